package dev.patchbay.dns;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/// The addresses at which others reach a listener.
final class LocalAddresses {

    private LocalAddresses() {}

    /// {@return the address itself, or for the wildcard all addresses that this machine has in its networks}
    static List<InetAddress> of(InetAddress listening) {
        if (!listening.isAnyLocalAddress()) {
            return List.of(listening);
        }
        try {
            List<InetAddress> all = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                    .toList();
            return all.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : all;
        } catch (SocketException e) {
            return List.of(InetAddress.getLoopbackAddress());
        }
    }
}
