package dev.patchbay.dns;

import dev.patchbay.api.ListenerInfo;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;

/// Where the gateway's own protocols listen, as records: `_bbs._tcp`, with any domain behind it or none, has an SRV record for
/// each address and port.
///
/// An SRV record points to a name. That is the address's name in the hosts file; an address without one has a name here, made from
/// itself, such as `127-0-0-1.patchbay`.
final class ListenerRecords implements RecordSource {

    private static final String OWN_DOMAIN = "patchbay";
    private static final List<String> TRANSPORTS = List.of("_tcp", "_udp");

    private final Supplier<List<ListenerInfo>> listeners;
    private final HostsFile hosts;

    /// @param listeners tells where the protocols listen at this moment
    /// @param hosts     names their addresses
    ListenerRecords(Supplier<List<ListenerInfo>> listeners, HostsFile hosts) {
        this.listeners = listeners;
        this.hosts = hosts;
    }

    @Override
    public List<Record> records(Name name) {
        List<String> labels = DnsNames.labels(name).stream().map(DnsNames::lowerCase).toList();
        List<Record> records = new ArrayList<>();
        int transport = transport(labels);
        if (transport > 0 && labels.getFirst().startsWith("_")) {
            // An id may have dots, which people do not escape: _bbs-1.0._tcp.
            String id = String.join(".", labels.subList(0, transport)).substring(1);
            boolean datagrams = labels.get(transport).equals("_udp");
            listeners.get().stream()
                    .filter(listener -> DnsNames.lowerCase(listener.protocol()).equals(id) && listener.datagram() == datagrams)
                    .forEach(listener -> addServices(name, listener, records));
        }
        if (labels.size() == 2 && labels.getLast().equals(OWN_DOMAIN)) {
            ownAddress(labels.getFirst()).ifPresent(address -> records.add(HostsRecords.address(name, address)));
        }
        return records;
    }

    private static int transport(List<String> labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (TRANSPORTS.contains(labels.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void addServices(Name name, ListenerInfo listener, List<Record> records) {
        for (InetAddress address : LocalAddresses.of(listener.address().getAddress())) {
            hosts.table().name(address).or(() -> Optional.of(ownName(address)))
                    .flatMap(DnsNames::of)
                    .ifPresent(target -> records.add(new SRVRecord(name, DClass.IN, TTL, 0, 0, listener.address().getPort(), target)));
        }
    }

    private Optional<InetAddress> ownAddress(String label) {
        return listeners.get().stream()
                .flatMap(listener -> LocalAddresses.of(listener.address().getAddress()).stream())
                .filter(address -> ownLabel(address).equals(label))
                .findFirst();
    }

    private static String ownName(InetAddress address) {
        return ownLabel(address) + "." + OWN_DOMAIN;
    }

    private static String ownLabel(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "").replace('.', '-').replace(':', '-');
    }

    @Override
    public boolean isDomain(Name name) {
        List<String> labels = DnsNames.labels(name).stream().map(DnsNames::lowerCase).toList();
        return transport(labels) == 0 || labels.equals(List.of(OWN_DOMAIN));
    }
}
