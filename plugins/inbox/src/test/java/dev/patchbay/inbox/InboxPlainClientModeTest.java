package dev.patchbay.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.Test;

class InboxPlainClientModeTest {

    private static final InboxPlainProtocol PLAIN = new InboxPlainProtocol();

    @Test
    void eachLineIsAMessage() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(PLAIN, new Kept());
                ModeDriver repl = ModeDriver.open(PLAIN, server.address(), "alice")) {
            repl.type("hello");
            await().until(() -> Kept.by(server).size() == 1);
            repl.type("send help");
            await().until(() -> Kept.by(server).size() == 2);
            assertThat(Kept.by(server)).containsExactly("127.0.0.1 hello", "127.0.0.1 help");

            repl.type("send exit");
            repl.expectEnded();
            assertThat(Kept.by(server)).hasSize(2);
        }
    }
}
