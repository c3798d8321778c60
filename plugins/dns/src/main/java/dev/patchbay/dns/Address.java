package dev.patchbay.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// An IP address and how it is told. Two spellings of one IPv6 address have equal `ip`.
record Address(InetAddress ip, String text) {

    /// Stricter than the JDK, which also takes `127.1` and `[::1]`, and cheap for what is no address, as most questions are.
    private static final Pattern FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=.{2,45}$)[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*");

    /// {@return the address that a text is; nobody is asked about names}
    static Optional<Address> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress ip = InetAddress.ofLiteral(text);
            // The JDK would write ::1 as 0:0:0:0:0:0:0:1; people want to see what they put into the file.
            return Optional.of(new Address(ip, ip instanceof Inet4Address ? ip.getHostAddress() : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isIpv4() {
        return ip instanceof Inet4Address;
    }
}
