package dev.patchbay.udpbroadcast;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;

/// The bridge, to which only the lobby leads.
class UdpBroadcastContractTest extends StreamProtocolContract {

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new UdpBroadcastProtocol())
                .option("rate", 100000)
                .throughTheLobby()
                .printing()
                .conversation(peer -> exchange("hello", peer, server()))
                .request(TestPeer.frame("open udp-broadcast"))
                .unfinished(TestPeer.frame("open udp-broadcast") + "0005hel")
                .largest(peer -> exchange("x".repeat(1000), peer, server()))
                .tooLarge(Bridge::listen);
    }

    private static void exchange(String text, TestPeer peer, ProtocolServer server) {
        try (TestPeer other = server.connect("lobby")) {
            Bridge.listen(other);
            Bridge.enter(peer);
            peer.sendFrame(text);
            Bridge.skipTo(" " + text, other);
        }
    }
}
