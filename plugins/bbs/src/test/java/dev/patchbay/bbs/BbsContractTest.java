package dev.patchbay.bbs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;
import org.junit.jupiter.api.Nested;

class BbsContractTest {

    @Nested
    class Version12 extends StreamProtocolContract {
        @Override
        protected WireSamples samples() {
            return board(new BbsProtocol(), "alice");
        }
    }

    @Nested
    class Version11 extends StreamProtocolContract {
        @Override
        protected WireSamples samples() {
            return board(new Bbs11Protocol(), "alice");
        }
    }

    @Nested
    class Version10 extends StreamProtocolContract {
        @Override
        protected WireSamples samples() {
            return board(new Bbs10Protocol());
        }
    }

    private static WireSamples board(Protocol protocol, String... user) {
        return WireSamples.framed(protocol)
                .conversation(peer -> post("hello", peer, protocol, user))
                .request(TestPeer.frame("x".repeat(1000)) + "0004list")
                .largest(peer -> post("x".repeat(9999), peer, protocol, user));
    }

    private static void post(String text, TestPeer peer, Protocol protocol, String... user) {
        peer.expectFrame(protocol.info().banner());
        for (String name : user) {
            peer.sendFrame(name);
        }
        peer.sendFrame(text);
        String entry = "127.0.0.1 " + text;
        assertThat(BbsServiceTest.ask(peer, "list")).contains(entry.substring(0, Math.min(9999, entry.length())));
    }
}
