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
        try (ProtocolServer server = ProtocolServer.start(PLAIN);
                ModeDriver repl = server.repl("alice")) {
            repl.type("hello");
            await().until(() -> server.journal("messages").size() == 1);
            repl.type("send help");
            await().until(() -> server.journal("messages").size() == 2);
            assertThat(server.journal("messages")).containsExactly("127.0.0.1 hello", "127.0.0.1 help");

            repl.type("send exit");
            repl.expectEnded();
            assertThat(server.journal("messages")).hasSize(2);
        }
    }
}
