package dev.patchbay.gateway.text;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/// Socket addresses as people write them.
public final class Addresses {

    private Addresses() {}

    /// {@return an address as `192.0.2.7:80` or `[2001:db8::7]:80`, without a look-up}
    public static String text(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return address.getHostString() + ":" + address.getPort();
        }
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
