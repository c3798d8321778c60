package dev.patchbay.cli.repl;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a user can type behind `open`: `HOST`, `HOST:PORT`, `:PORT`, `USER@HOST:PORT`, any of them behind `ID://`.
///
/// @param protocol the id of a protocol, if the address names one
/// @param user     the user name, if the address names one
/// @param host     a name or an IP address, without brackets
/// @param port     the port, if the address names one
public record Address(Optional<String> protocol, Optional<String> user, String host, OptionalInt port) {

    private static final String FORMS = "an address is HOST, HOST:PORT, :PORT or ID://HOST:PORT";
    private static final Pattern FORM = Pattern.compile("(?:(?<id>[A-Za-z][A-Za-z0-9.-]*)://)?(?:(?<user>.+)@)?"
            + "(?:\\[(?<six>[^\\]]+)]|(?<host>[^\\s:/@\\[\\]]*))(?::(?<port>[^:@/]*))?/?");

    /// Reads an address.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Address parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            String six = text.contains("::") ? ", [IP]:PORT for IPv6" : "";
            throw new IllegalArgumentException("'" + text + "' is no address: " + FORMS + six);
        }
        String host = matcher.group("six") != null ? matcher.group("six") : matcher.group("host");
        OptionalInt port = matcher.group("port") == null ? OptionalInt.empty() : OptionalInt.of(port(matcher.group("port")));
        if (host.isEmpty() && port.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' names no host: " + FORMS);
        }
        return new Address(
                Optional.ofNullable(matcher.group("id")),
                Optional.ofNullable(matcher.group("user")),
                host.isEmpty() ? "localhost" : host,
                port);
    }

    /// Reads where to listen: `PORT`, on this machine only, or `HOST:PORT`.
    ///
    /// @throws IllegalArgumentException if it is neither
    static InetSocketAddress toListen(String text) {
        Address address = parse(text.matches("\\d+") ? "127.0.0.1:" + text : text);
        int port = address.port().orElseThrow(() -> new IllegalArgumentException("'" + text + "' names no port: listen PORT, or listen HOST:PORT"));
        return new InetSocketAddress(address.host(), port);
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535, not '" + text + "'");
        }
        return port;
    }

    /// {@return whether it is one word, which may also be the id of a protocol}
    boolean isWord() {
        return protocol.isEmpty() && user.isEmpty() && port.isEmpty();
    }

    /// {@return an address where this machine listens, as people write it}
    static String label(InetSocketAddress address) {
        return label(address.getHostString(), address.getPort());
    }

    /// {@return host and port as people write them}
    public static String label(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
