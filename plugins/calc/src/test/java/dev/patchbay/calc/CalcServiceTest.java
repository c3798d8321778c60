package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalcServiceTest {

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new CalcProtocol());

    @Test
    void theWireIsExactlyThis() {
        try (TestPeer peer = server.connect()) {
            peer.expect("0015Calc Server 1.0");

            peer.send("00092*(3+4.5)");
            peer.expect("000215");
            peer.send("00031/0");
            peer.expect("0037error: division by zero at position 2");
            peer.send("0000");
            peer.expect("0040error: a number is missing at position 1");
            peer.send("00070.1+0.2");
            peer.expect("00030.3");

            peer.closeOutput();
            peer.expectClosed();
        }
    }

    @Test
    void expressionsThatArriveTogetherAreAnsweredInOrder() {
        try (TestPeer peer = open()) {
            peer.send("00031+1" + "00019" + "00031/8");

            peer.expect("00012" + "00019" + "00050.125");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "9", "9^", "1/", ".", "e", " ", "\0", "1e9", "2^2000*"})
    void theLongestMessageOfAnythingIsAnswered(String part) {
        try (TestPeer peer = open()) {
            peer.sendFrame(part.repeat(9999 / part.length()));
            assertThat(peer.receiveFrame()).startsWith("error: ").contains(" at position ");

            peer.sendFrame("6*7");
            peer.expectFrame("42");
        }
    }

    @Test
    void theLongestValueFitsIntoAMessage() {
        try (TestPeer peer = open()) {
            peer.sendFrame("-(1e999+1e-1000)");

            peer.expectFrame("-1" + "0".repeat(999) + "." + "0".repeat(999) + "1");
        }
    }

    private TestPeer open() {
        TestPeer peer = server.connect();
        peer.expectFrame("Calc Server 1.0");
        return peer;
    }
}
