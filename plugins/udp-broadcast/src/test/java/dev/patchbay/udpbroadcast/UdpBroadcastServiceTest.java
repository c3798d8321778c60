package dev.patchbay.udpbroadcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Fuzz;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UdpBroadcastServiceTest {

    private final ProtocolServer server = ProtocolServer.of(new UdpBroadcastProtocol()).option("rate", 20).start();
    private final Neighbour neighbour;

    UdpBroadcastServiceTest() throws IOException {
        neighbour = new Neighbour("127.0.0.1", server.address());
    }

    @AfterEach
    void stop() throws IOException {
        neighbour.close();
        server.close();
    }

    private TestPeer open() {
        TestPeer peer = server.connect("lobby");
        Bridge.listen(peer);
        return peer;
    }

    @Test
    void aDatagramReachesEveryConnectionWithItsSender() throws IOException {
        try (TestPeer first = open();
                TestPeer second = open()) {
            neighbour.send("hello żółw");

            first.expectFrame(neighbour.name() + " hello żółw");
            second.expectFrame(neighbour.name() + " hello żółw");
        }
    }

    @Test
    void whatAConnectionSendsGoesOutOnceAndToTheOtherConnectionsAndDoesNotComeBack() throws IOException {
        try (TestPeer first = open();
                TestPeer second = open()) {
            first.sendFrame("one");
            assertThat(second.receiveFrame()).matches("127\\.0\\.0\\.1:\\d+ one");
            first.sendFrame("two");
            assertThat(second.receiveFrame()).matches("127\\.0\\.0\\.1:\\d+ two");
            neighbour.send("three");

            second.expectFrame(neighbour.name() + " three");
            first.expectFrame(neighbour.name() + " three");
            assertThat(neighbour.hear()).isEqualTo("one");
            assertThat(neighbour.hear()).isEqualTo("two");
            assertThat(neighbour.hear()).isEqualTo("three");
        }
    }

    @Test
    void aDatagramOf1000BytesIsTakenAndOneMoreIsLost() throws IOException {
        try (TestPeer peer = open()) {
            neighbour.send("x".repeat(1001));
            neighbour.send("y".repeat(1000));
            peer.expectFrame(neighbour.name() + " " + "y".repeat(1000));

            peer.sendFrame("z".repeat(1000));
            peer.sendFrame("ż".repeat(501));
            peer.expectFrame("error: a datagram has at most 1000 bytes, this one has 1002");
        }
    }

    @Test
    void anyBytesArriveAsText() throws IOException {
        byte[] garbage = new byte[1000];
        Arrays.fill(garbage, (byte) 0xff);
        try (TestPeer peer = open()) {
            neighbour.send(new byte[] {'a', (byte) 0xc5});
            neighbour.send("");
            neighbour.send("one\ntwo\0");
            neighbour.send(garbage);

            peer.expectFrame(neighbour.name() + " a\ufffd");
            peer.expectFrame(neighbour.name() + " ");
            peer.expectFrame(neighbour.name() + " one\ntwo\0");
            peer.expectFrame(neighbour.name() + " " + "\ufffd".repeat(1000));
        }
    }

    @Test
    void anyDatagramIsATextOrLost() {
        try (TestPeer peer = open()) {
            // Not more than a second's, of which none is lost.
            Fuzz.each(19, random -> {
                byte[] garbage = Fuzz.bytes(random, 1000);
                neighbour.send(garbage);
                peer.expectFrame(neighbour.name() + " " + new String(garbage, UTF_8));
            });
        }
    }

    @Test
    void whoBroadcastsTooFastLosesTheExcessAndDisturbsNobodyElse() throws IOException {
        try (TestPeer peer = open();
                Neighbour other = new Neighbour("127.0.0.2", server.address())) {
            for (int i = 0; i < 200; i++) {
                neighbour.send("flood");
            }
            other.send("calm");

            int floods = 0;
            while (peer.receiveFrame().equals(neighbour.name() + " flood")) {
                floods++;
            }
            assertThat(floods).isBetween(20, 199);
        }
    }

    @Test
    void aConnectionThatSendsTooFastIsSlowedDownAndLosesNothing() throws IOException {
        try (TestPeer peer = open()) {
            for (int i = 0; i < 25; i++) {
                peer.sendFrame("text " + i);
            }

            for (int i = 0; i < 25; i++) {
                assertThat(neighbour.hear()).isEqualTo("text " + i);
            }
        }
    }
}
