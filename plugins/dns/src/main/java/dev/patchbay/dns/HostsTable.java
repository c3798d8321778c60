package dev.patchbay.dns;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Addresses by name and names by address. Immutable.
final class HostsTable {

    static final HostsTable EMPTY = new HostsTable(List.of());

    private final Map<String, Address> addresses = new HashMap<>();
    private final Map<InetAddress, String> names = new HashMap<>();

    /// Creates a table in which the first line about a name or an address counts; but an IPv4 address replaces an IPv6 address,
    /// because the clients of this protocol can use no other.
    HostsTable(List<HostsLine> lines) {
        for (HostsLine line : lines) {
            names.putIfAbsent(line.address().ip(), withoutDot(line.names().getFirst()));
            for (String name : line.names()) {
                addresses.merge(key(name), line.address(), (first, next) -> next.isIpv4() && !first.isIpv4() ? next : first);
            }
        }
    }

    /// {@return the address of a name, or the name of an address}
    Optional<String> answer(String question) {
        String key = key(question);
        Address address = addresses.get(key);
        return address != null
                ? Optional.of(address.text())
                : Address.of(key).flatMap(asked -> Optional.ofNullable(names.get(asked.ip())));
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
