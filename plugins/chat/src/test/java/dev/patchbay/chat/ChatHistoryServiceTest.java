package dev.patchbay.chat;

import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatHistoryServiceTest {

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new ChatHistoryProtocol());

    @Test
    void theWireIsExactlyThis() {
        try (TestPeer peer = server.connect()) {
            peer.expect("00010");

            peer.send("0005hello" + "0007history");
            peer.expect("00011" + "0005hello");
            peer.send("0000" + "0007History" + "0007history");
            peer.expect("00013" + "0005hello" + "0000" + "0007History");

            peer.closeOutput();
            peer.expectClosed();
        }
        try (TestPeer next = server.connect()) {
            next.expect("00013" + "0005hello" + "0000" + "0007History");
        }
    }

    @Test
    void aClientThatSendsOneMessageAndLeavesAtOnceHasSaidIt() {
        TestPeer brief = server.connect();
        brief.send("0005hello");
        brief.closeOutput();
        brief.expect("00010");
        brief.expectClosed();

        try (TestPeer peer = server.connect()) {
            peer.expect("00011" + "0005hello");
        }
    }

    @Test
    void theLargestMessageIsKeptWhole() {
        String largest = "é".repeat(4999) + "x";
        try (TestPeer peer = server.connect()) {
            peer.expectFrame("0");
            peer.sendFrame(largest);
            peer.sendFrame("history");

            peer.expectFrame("1");
            peer.expectFrame(largest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0005", "0005hel", "00"})
    void whoLeavesInTheMiddleOfAMessageHasSaidNothing(String bytes) {
        TestPeer leaving = server.connect();
        leaving.send(bytes);
        leaving.closeOutput();
        leaving.expectFrame("0");
        leaving.expectClosed();
        TestPeer breaking = server.connect();
        breaking.send(bytes);
        breaking.reset();
        await().until(() -> server.sessions() == 0);

        try (TestPeer good = server.connect()) {
            good.expectFrame("0");
        }
    }

    @Test
    void throughTheLobbyTheBannerComesBeforeTheCount() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.sendFrame("open chat-history");
            peer.expect("0016Chat History 1.0" + "00010");
        }
    }
}
