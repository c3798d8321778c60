package dev.patchbay.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;

/// What a hosts file says, as records: the addresses of names, and the names of addresses.
final class HostsRecords implements RecordSource {

    private static final Name IPV4 = Name.fromConstantString("in-addr.arpa.");
    private static final Name IPV6 = Name.fromConstantString("ip6.arpa.");

    private final HostsFile hosts;

    HostsRecords(HostsFile hosts) {
        this.hosts = hosts;
    }

    @Override
    public List<Record> records(Name name) {
        HostsTable table = hosts.table();
        List<Record> records = new ArrayList<>();
        table.addresses(DnsNames.text(name)).forEach(address -> records.add(address(name, address)));
        reversed(name)
                .flatMap(table::name)
                .flatMap(DnsNames::of)
                .ifPresent(target -> records.add(new PTRRecord(name, DClass.IN, TTL, target)));
        return records;
    }

    /// {@return an address as a record}
    static Record address(Name name, InetAddress address) {
        return address instanceof Inet4Address ? new ARecord(name, DClass.IN, TTL, address) : new AAAARecord(name, DClass.IN, TTL, address);
    }

    private static Optional<InetAddress> reversed(Name name) {
        if (!name.subdomain(IPV4) && !name.subdomain(IPV6)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReverseMap.fromName(name));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /// Part of an address may have whole ones below it; nobody is helped by finding out.
    @Override
    public boolean isDomain(Name name) {
        boolean partOfIpv4 = name.subdomain(IPV4) && name.labels() < IPV4.labels() + 4;
        boolean partOfIpv6 = name.subdomain(IPV6) && name.labels() < IPV6.labels() + 32;
        return partOfIpv4 || partOfIpv6 || name.labels() == 1 || hosts.table().isDomain(DnsNames.text(name));
    }
}
