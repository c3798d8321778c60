package dev.patchbay.udpbroadcast;

import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where broadcasts go, and how one knows one's own when they come back.
final class Air {

    private static final InetAddress EVERYWHERE = InetAddress.ofLiteral("255.255.255.255");

    private final Optional<InetAddress> destination;
    private volatile @Nullable DatagramSender sender;

    /// @param destination where broadcasts go; if not given, where everybody hears them who listens as the gateway does
    Air(Optional<InetAddress> destination) {
        this.destination = destination;
    }

    /// Takes what to send with, when there is something.
    void open(DatagramSender opened) {
        sender = opened;
    }

    /// Broadcasts a text.
    ///
    /// @return what is wrong, if it was not sent
    Optional<String> send(String text) {
        DatagramSender open = sender;
        if (open == null) {
            return Optional.of("this gateway has no open port for datagrams");
        }
        InetSocketAddress everybody = everybody(open);
        return open.send(Datagram.text(everybody, text)) ? Optional.empty() : Optional.of("the system does not send to " + Peers.text(everybody));
    }

    private InetSocketAddress everybody(DatagramSender open) {
        InetAddress here = open.listening().getAddress();
        // Whoever is bound to what is no address of this machine's is bound to a broadcast address, as always on loopback.
        InetAddress usual = here.isAnyLocalAddress() || isThisMachine(here) ? EVERYWHERE : here;
        return new InetSocketAddress(destination.orElse(usual), open.listening().getPort());
    }

    /// {@return whether a datagram comes from somebody else, as far as one can tell: who is named may be forged}
    static boolean isFromOthers(InetSocketAddress peer, DatagramSender sender) {
        // Nobody sends from port 0, and nobody could be told that a datagram came from there.
        return peer.getPort() != 0 && !isOwn(peer, sender);
    }

    /// {@return whether a datagram comes from this gateway}
    ///
    /// Another machine may happen to send from the same port, so the address counts too; and where the gateway sends from all
    /// its addresses, each of them.
    static boolean isOwn(InetSocketAddress peer, DatagramSender sender) {
        InetSocketAddress local = sender.local();
        return peer.getPort() == local.getPort() && (peer.getAddress().equals(local.getAddress()) || isThisMachine(peer.getAddress()));
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
