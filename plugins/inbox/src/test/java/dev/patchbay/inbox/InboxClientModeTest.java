package dev.patchbay.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxClientModeTest {

    private static final InboxProtocol INBOX = new InboxProtocol();

    private final ProtocolServer server = ProtocolServer.start(INBOX, new Kept());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachLineIsAMessageOnAConnectionOfItsOwn() throws Exception {
        try (ModeDriver repl = ModeDriver.open(INBOX, server.address(), "alice")) {
            repl.type("hello");
            repl.expectEnded();
            repl.type("send help");
            repl.expectEnded();

            await().until(() -> server.sessions() == 0);
            assertThat(Kept.by(server)).containsExactly("127.0.0.1 hello", "127.0.0.1 help");
            assertThat(repl.console().lines()).containsExactly("sent", "sent");
        }
        assertThat(Kept.by(server)).hasSize(2);
    }

    @Test
    void whoSendsNothingLeavesWithAnEmptyMessage() throws Exception {
        ModeDriver.open(INBOX, server.address(), "alice").close();

        await().untilAsserted(() -> assertThat(Kept.by(server)).containsExactly("127.0.0.1 "));
    }

    @Test
    void aTextIsAsLongAsAMessageAndNotLonger() throws Exception {
        FakeConsole console = new FakeConsole(false);
        try (ModeDriver repl = ModeDriver.open(INBOX, server.address(), "alice", console)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("x".repeat(10_000))).withMessageContaining("9999");
            repl.type("x".repeat(9_900));

            await().until(() -> Kept.by(server).size() == 1);
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
