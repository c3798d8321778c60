package dev.patchbay.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;
import org.junit.jupiter.api.Nested;

/// There are no answers: what shows is what was kept.
class InboxContractTest {

    @Nested
    class Framed extends StreamProtocolContract {

        @Override
        protected WireSamples samples() {
            return WireSamples.framed(new InboxProtocol())
                    .printing()
                    .conversation(peer -> leave(TestPeer.frame("hello"), "127.0.0.1 hello", peer, server()))
                    .request(TestPeer.frame("x".repeat(1000)))
                    .flood(500_000)
                    .largest(peer -> leave(TestPeer.frame("x".repeat(9999)), "127.0.0.1 " + "x".repeat(9999), peer, server()));
        }
    }

    @Nested
    class Plain extends StreamProtocolContract {

        @Override
        protected WireSamples samples() {
            return WireSamples.of(new InboxPlainProtocol())
                    .printing()
                    .withoutBorders()
                    .conversation(peer -> leave("hello\n", "127.0.0.1 hello", peer, server()))
                    .request("x".repeat(250) + "\n")
                    .flood(100_000)
                    .largest(peer -> leave("x".repeat(256), "127.0.0.1 " + "x".repeat(256), peer, server()))
                    .tooLarge(peer -> leave("y".repeat(256) + "z", "127.0.0.1 z", peer, server()));
        }
    }

    private static void leave(String bytes, String kept, TestPeer peer, ProtocolServer server) {
        peer.send(bytes);
        peer.closeOutput();
        peer.expectClosed();
        assertThat(server.journal("messages")).contains(kept);
    }
}
