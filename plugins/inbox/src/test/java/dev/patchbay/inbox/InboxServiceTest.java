package dev.patchbay.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxServiceTest {

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new InboxProtocol());

    @Test
    void everyMessageIsKeptWithTheAddressOfItsSenderAndNothingIsSaid() {
        send("0005hello" + "0004exit" + "0000" + "0013two\nlines😀");

        assertThat(server.journal("messages")).containsExactly("127.0.0.1 hello", "127.0.0.1 exit", "127.0.0.1 ", "127.0.0.1 two\nlines😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0005", "0005hel", "00", "GET / HTTP/1.1\r\n\r\n", "0001\u00e9"})
    void whatIsNoMessageIsNotKept(String bytes) {
        send(bytes);

        assertThat(server.journal("messages")).isEmpty();
    }

    @Test
    void throughTheLobbyTheBannerComesFirst() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.send(TestPeer.frame("open inbox") + "0005hello");
            peer.expectFrame("Inbox 1.0");
            peer.closeOutput();
            peer.expectClosed();
        }
        assertThat(server.journal("messages")).containsExactly("127.0.0.1 hello");
    }

    private void send(String bytes) {
        try (TestPeer peer = server.connect("inbox")) {
            peer.send(bytes);
            peer.closeOutput();
            peer.expectClosed();
        }
    }
}
