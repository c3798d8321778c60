package dev.patchbay.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Addresses by name and names by address. Immutable.
final class HostsTable {

    static final HostsTable EMPTY = new HostsTable(List.of());

    private final Map<String, List<Address>> addresses = new HashMap<>();
    private final Map<InetAddress, String> names = new HashMap<>();
    private final Set<String> domains = new HashSet<>();

    /// Creates a table in which the first line about an address names it, and addresses keep the order of their lines.
    HostsTable(List<HostsLine> lines) {
        for (HostsLine line : lines) {
            names.putIfAbsent(line.address().ip(), withoutDot(line.names().getFirst()));
            line.names().forEach(name -> add(key(name), line.address()));
        }
    }

    private void add(String name, Address address) {
        List<Address> known = addresses.computeIfAbsent(name, _ -> new ArrayList<>(1));
        if (known.stream().noneMatch(other -> other.ip().equals(address.ip()))) {
            known.add(address);
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            domains.add(name.substring(dot + 1));
        }
    }

    /// {@return the address of a name, or the name of an address}
    ///
    /// An IPv4 address goes before an IPv6 address, because the clients of DNS 1.0 can use no other.
    Optional<String> answer(String question) {
        String key = key(question);
        List<Address> known = addresses.getOrDefault(key, List.of());
        return known.stream().filter(Address::isIpv4).findFirst()
                .or(() -> known.stream().findFirst())
                .map(Address::text)
                .or(() -> Address.of(key).flatMap(asked -> name(asked.ip())));
    }

    /// {@return all addresses of a name}
    List<InetAddress> addresses(String name) {
        return addresses.getOrDefault(key(name), List.of()).stream().map(Address::ip).toList();
    }

    /// {@return the name of an address}
    Optional<String> name(InetAddress address) {
        return Optional.ofNullable(names.get(address));
    }

    /// {@return whether there are names that end in a dot and this}
    boolean isDomain(String name) {
        return domains.contains(key(name));
    }

    int size() {
        return addresses.size();
    }

    private static String key(String name) {
        return withoutDot(name).toLowerCase(Locale.ROOT);
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
