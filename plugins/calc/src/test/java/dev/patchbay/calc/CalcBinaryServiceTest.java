package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Fuzz;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalcBinaryServiceTest {

    private static final String SEVEN = "07000000";
    private static final String TWO = "02000000";
    private static final String ZERO = "00000000";

    @ParameterizedTest
    @CsvSource({"2b, 9", "2d, 5", "2a, 14", "2f, 3.5", "25, 1", "5e, 49"})
    void byDefaultTheWireIsExactlyThis(String operator, String reply) {
        try (ProtocolServer server = start("iic", "text");
                TestPeer peer = server.connect()) {
            send(peer, SEVEN + TWO + operator);
            peer.expect(reply);

            peer.closeOutput();
            peer.expectClosed();
        }
    }

    @Test
    void theOperatorMayStandBetweenTheNumbers() {
        try (ProtocolServer server = start("ici", "text");
                TestPeer peer = server.connect()) {
            send(peer, SEVEN + "2f000000" + TWO);
            peer.expect("3.5");
            send(peer, SEVEN + "2dabcdef" + TWO);
            peer.expect("5");
        }
    }

    @Test
    void aReplyMayBeANumber() {
        try (ProtocolServer server = start("iic", "int");
                TestPeer peer = server.connect()) {
            send(peer, SEVEN + TWO + "2f");
            expect(peer, "03000000");
            send(peer, "f9ffffff" + TWO + "2f");
            expect(peer, "fcffffff");
        }
    }

    @Test
    void aReplyMayBeARecord() {
        try (ProtocolServer server = start("ici", "struct");
                TestPeer peer = server.connect()) {
            send(peer, SEVEN + "2a000000" + TWO);
            expect(peer, "0e000000" + ZERO + "52");
        }
    }

    @Test
    void aRequestMayComeInPiecesAndSeveralMayComeTogether() {
        try (ProtocolServer server = start("iic", "text");
                TestPeer peer = server.connect()) {
            for (byte b : HexFormat.of().parseHex(SEVEN + TWO + "2b")) {
                peer.sendBytes(b);
            }
            peer.expect("9");

            send(peer, (SEVEN + TWO + "2b").repeat(1000));
            peer.expect("9".repeat(1000));
        }
    }

    @Test
    void inTextAnErrorIsAReplyAndTheConnectionGoesOn() {
        try (ProtocolServer server = start("iic", "text");
                TestPeer peer = server.connect()) {
            send(peer, SEVEN + ZERO + "2f");
            peer.expect("error: division by zero");
            send(peer, SEVEN + ZERO + "25");
            peer.expect("error: division by zero");
            send(peer, SEVEN + TWO + "00");
            peer.expect("error: unknown operator 0x00");
            send(peer, "ffffff7f" + "ffffff7f" + "5e");
            peer.expect("error: a number of more than 1000 digits");
            send(peer, "ffffff7f" + "ffffff7f" + "2b");
            peer.expect("4294967294");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "int, 07000000000000002f", "int, ffffff7f0100000000", "int, ffffff7f010000002b", "int, ffffff7fffffff7f5e", "int, 02000000ffffffff5e",
        "struct, 070000000000000025",
    })
    void inBinaryAnErrorClosesThatConnectionOnlyAfterTheRepliesBeforeIt(String reply, String bytes) {
        String result = reply.equals("int") ? "09000000" : "09000000" + ZERO + "52";
        try (ProtocolServer server = start("iic", reply);
                TestPeer good = server.connect();
                TestPeer bad = server.connect()) {
            send(bad, SEVEN + TWO + "2b" + bytes);
            expect(bad, result);
            bad.expectClosed();

            send(good, SEVEN + TWO + "2b");
            expect(good, result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iic", "ici"})
    void garbageIsAnsweredWithAReplyForEachRequest(String request) {
        try (ProtocolServer server = start(request, "text")) {
            int size = RequestFormat.called(request).orElseThrow().size();
            Fuzz.each(200, random -> {
                try (TestPeer peer = server.connect()) {
                    byte[] garbage = new byte[size];
                    random.nextBytes(garbage);
                    garbage[request.equals("iic") ? 8 : 4] = '$';

                    peer.sendBytes(garbage);
                    peer.expect("error: unknown operator '$'");
                }
            });
        }
    }

    @Test
    void throughTheLobbyTheBannerComesFirst() {
        try (ProtocolServer server = start("iic", "text");
                TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.sendFrame("open calc-binary");
            peer.expectFrame("Binary Calc Server 1.0");
            send(peer, SEVEN + TWO + "2b");
            peer.expect("9");
        }
    }

    private static ProtocolServer start(String request, String reply) {
        return ProtocolServer.of(new CalcBinaryProtocol()).option("request", request).option("reply", reply).start();
    }

    private static void send(TestPeer peer, String hex) {
        peer.sendBytes(HexFormat.of().parseHex(hex));
    }

    private static void expect(TestPeer peer, String hex) {
        byte[] expected = HexFormat.of().parseHex(hex);
        assertThat(peer.receiveBytes(expected.length)).isEqualTo(expected);
    }
}
