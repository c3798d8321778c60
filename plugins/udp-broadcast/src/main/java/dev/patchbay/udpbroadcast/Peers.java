package dev.patchbay.udpbroadcast;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/// Addresses as the bridge tells them.
final class Peers {

    private Peers() {}

    /// {@return an address as `192.0.2.7:40000` or `[2001:db8:0:0:0:0:0:1]:40000`}
    static String text(InetSocketAddress peer) {
        String address = peer.getAddress().getHostAddress();
        int scope = address.indexOf('%');
        String host = scope < 0 ? address : address.substring(0, scope);
        return (peer.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + peer.getPort();
    }
}
