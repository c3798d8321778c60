package dev.patchbay.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InboxClientModeTest {

    private static final InboxProtocol INBOX = new InboxProtocol();

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(INBOX);

    @Test
    void eachLineIsAMessageOnAConnectionOfItsOwn() throws Exception {
        try (ModeDriver repl = server.repl("alice")) {
            repl.type("hello");
            repl.expectEnded();
            repl.type("send help");
            repl.expectEnded();

            await().until(() -> server.sessions() == 0);
            assertThat(server.journal("messages")).containsExactly("127.0.0.1 hello", "127.0.0.1 help");
            assertThat(repl.console().lines()).containsExactly("sent", "sent");
        }
        assertThat(server.journal("messages")).hasSize(2);
    }

    @Test
    void whoSendsNothingLeavesWithAnEmptyMessage() throws Exception {
        server.repl("alice").close();

        await().untilAsserted(() -> assertThat(server.journal("messages")).containsExactly("127.0.0.1 "));
    }

    @Test
    void aTextIsAsLongAsAMessageAndNotLonger() throws Exception {
        FakeConsole console = new FakeConsole(false);
        try (ModeDriver repl = server.repl("alice", console)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("x".repeat(10_000))).withMessageContaining("9999");
            repl.type("x".repeat(9_900));

            await().until(() -> server.journal("messages").size() == 1);
            assertThat(console.lines()).isEmpty();
        }
    }

    @Test
    void aServerThatHasGoneIsLost() throws Exception {
        ProtocolServer going = ProtocolServer.start(INBOX);
        try (ModeDriver repl = ModeDriver.open(INBOX, going.address(), "alice")) {
            repl.type("one");
            going.close();

            assertThatThrownBy(() -> repl.type("two")).isInstanceOf(ConnectionException.class);
        }
    }
}
