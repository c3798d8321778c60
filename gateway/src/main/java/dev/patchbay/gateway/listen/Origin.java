package dev.patchbay.gateway.listen;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Whom a limit for each address counts: an address of IPv4, but a whole /64 network of IPv6, since whoever has one address of
/// that has all of them.
final class Origin {

    private static final int NETWORK = 8;

    private Origin() {}

    static InetAddress of(InetAddress address) {
        if (!(address instanceof Inet6Address) || address.isLoopbackAddress()) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("as many bytes as the address had", e);
        }
    }
}
