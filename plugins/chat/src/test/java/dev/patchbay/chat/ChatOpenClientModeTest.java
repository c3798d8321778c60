package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ChatOpenClientModeTest {

    private static final ChatOpenProtocol OPEN_CHAT = new ChatOpenProtocol();

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(OPEN_CHAT);

    @Test
    void whatOneTypesTheOtherSees() throws Exception {
        try (ModeDriver one = server.repl("alice");
                ModeDriver two = server.repl("bob")) {
            await().until(() -> {
                one.type("knock");
                return two.console().lines().contains("knock");
            });
            one.type("[bob] exit, please");
            one.type("say help");

            two.console().expect("help");
            assertThat(two.console().lines()).contains("[bob] exit, please");
            assertThat(one.console().lines()).isEmpty();
        }
    }

    @Test
    void theWordThatWouldEndItIsNotSent() throws Exception {
        try (ModeDriver repl = server.repl("alice")) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("exit")).withMessageContaining("add a word");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("say exit"));

            repl.type("still here");
        }
    }
}
