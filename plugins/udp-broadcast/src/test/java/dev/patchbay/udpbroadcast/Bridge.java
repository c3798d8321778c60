package dev.patchbay.udpbroadcast;

import dev.patchbay.testkit.TestPeer;

/// The way to the bridge, which leads through the lobby.
final class Bridge {

    private Bridge() {}

    /// Opens it on a connection to the lobby.
    static void enter(TestPeer peer) {
        peer.expectFrame("Patchbay 1.0");
        peer.sendFrame("open udp-broadcast");
        peer.expectFrame("UDP Broadcast 1.0");
    }

    /// Opens it, and returns when the peer is told what others say: an answer shows that.
    static void listen(TestPeer peer) {
        enter(peer);
        peer.sendFrame("x".repeat(1001));
        skipTo("error: a datagram has at most 1000 bytes, this one has 1001", peer);
    }

    /// Reads up to a message that ends like this.
    static void skipTo(String end, TestPeer peer) {
        while (!peer.receiveFrame().endsWith(end)) {
            // What others say.
        }
    }
}
