package dev.patchbay.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxPlainServiceTest {

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new InboxPlainProtocol(), new InboxProtocol());

    @Test
    void whatArrivesIsKeptWithTheAddressOfItsSender() {
        try (TestPeer peer = server.connect("inbox-plain")) {
            peer.send("Hello there");
            await().until(() -> server.journal("messages").size() == 1);
            peer.send("two\r\nlines\n");
            await().until(() -> server.journal("messages").size() == 3);

            assertThat(server.journal("messages")).containsExactly("127.0.0.1 Hello there", "127.0.0.1 two", "127.0.0.1 lines");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "exit\n", "exit\r\nnever kept\n"})
    void exitEndsTheConnectionAndIsNotKept(String exit) {
        try (TestPeer peer = server.connect("inbox-plain")) {
            peer.send("exit now\n" + exit);
            peer.expectClosed();
        }
        assertThat(server.journal("messages")).containsExactly("127.0.0.1 exit now");
    }

    @Test
    void aLongLineIsSeveralMessages() {
        try (TestPeer peer = server.connect("inbox-plain")) {
            peer.send("é".repeat(200) + "\nexit");
            peer.expectClosed();
        }
        assertThat(server.journal("messages")).containsExactly("127.0.0.1 " + "é".repeat(128), "127.0.0.1 " + "é".repeat(72));
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() {
        try (TestPeer peer = server.connect("inbox-plain")) {
            peer.sendBytes((byte) 'a', (byte) 0xff, (byte) '\n');
            peer.sendBytes("exit\n".getBytes(UTF_8));
            peer.expectClosed();
        }
        assertThat(server.journal("messages")).containsExactly("127.0.0.1 a\ufffd");
    }

    @Test
    void bothProtocolsHaveOneInbox() {
        try (TestPeer peer = server.connect("inbox")) {
            peer.sendFrame("framed");
            await().until(() -> server.journal("messages").size() == 1);
        }
        try (TestPeer peer = server.connect("inbox-plain")) {
            peer.send("plain\nexit\n");
            peer.expectClosed();
        }
        assertThat(server.journal("messages")).containsExactly("127.0.0.1 framed", "127.0.0.1 plain");
    }
}
