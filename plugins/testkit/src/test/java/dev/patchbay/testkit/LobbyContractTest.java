package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

class LobbyContractTest extends StreamProtocolContract {

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new EchoProtocol())
                .throughTheLobby()
                .conversation(peer -> {
                    peer.expectFrame("Patchbay 1.0");
                    peer.sendFrame("protocols");
                    peer.expectFrame("1");
                    assertThat(peer.receiveFrame()).matches("echo 1\\.0 \\d+ Echo Server 1\\.0");
                    peer.send(TestPeer.frame("open echo") + TestPeer.frame("hello"));
                    peer.expectFrame("Echo Server 1.0");
                    peer.expectFrame("hello");
                })
                .request(TestPeer.frame("protocols"))
                .largest(peer -> {
                    peer.expectFrame("Patchbay 1.0");
                    peer.sendFrame("open " + "x".repeat(9994));
                    peer.expectFrame("error: unknown protocol " + "x".repeat(64) + "...");
                });
    }
}
