package dev.patchbay.udpbroadcast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two bridges that share a port, and programs that would like to set them on each other.
class ForgedSenderTest {

    private final ProtocolServer first = ProtocolServer.of(new UdpBroadcastProtocol()).option("rate", 20).start();
    private final ProtocolServer second =
            ProtocolServer.of(new UdpBroadcastProtocol()).option("rate", 20).option("port", first.address().getPort()).start();
    private final Neighbour neighbour;

    ForgedSenderTest() throws IOException {
        neighbour = new Neighbour("127.0.0.1", first.address());
    }

    @AfterEach
    void stop() throws IOException {
        neighbour.close();
        second.close();
        first.close();
    }

    private static TestPeer open(ProtocolServer server) {
        TestPeer peer = server.connect("lobby");
        peer.expectFrame("Patchbay 1.0");
        peer.sendFrame("open udp-broadcast");
        peer.expectFrame("UDP Broadcast 1.0");
        // Its answer shows that the connection has been subscribed.
        peer.sendFrame("x".repeat(1001));
        assertThat(peer.receiveFrame()).startsWith("error: ");
        return peer;
    }

    @Test
    void whatOneBridgeSendsTheOtherHearsOnceAndNeitherSendsAgain() throws IOException {
        try (TestPeer here = open(first);
                TestPeer there = open(second)) {
            here.sendFrame("one");
            assertThat(there.receiveFrame()).matches("127\\.0\\.0\\.1:\\d+ one");
            there.sendFrame("two");
            assertThat(here.receiveFrame()).matches("127\\.0\\.0\\.1:\\d+ two");
            neighbour.send("three");

            here.expectFrame(neighbour.name() + " three");
            there.expectFrame(neighbour.name() + " three");
            assertThat(neighbour.hear()).isEqualTo("one");
            assertThat(neighbour.hear()).isEqualTo("two");
            assertThat(neighbour.hear()).isEqualTo("three");
        }
    }

    @Test
    void whatNamesTheListeningPortAsItsSenderIsHeardAndNotAnswered() throws IOException {
        try (TestPeer here = open(first);
                TestPeer there = open(second);
                Neighbour forger = new Neighbour("127.0.0.1", first.address(), first.address().getPort())) {
            forger.send("from the port of everybody");

            here.expectFrame(forger.name() + " from the port of everybody");
            there.expectFrame(forger.name() + " from the port of everybody");
            neighbour.send("last");
            here.expectFrame(neighbour.name() + " last");
            assertThat(neighbour.hear()).isEqualTo("from the port of everybody");
            assertThat(neighbour.hear()).isEqualTo("last");
        }
    }
}
