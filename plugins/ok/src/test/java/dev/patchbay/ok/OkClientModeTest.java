package dev.patchbay.ok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.Test;

class OkClientModeTest {

    @Test
    void aTypedLineIsSentAndTheAnswerPrinted() throws Exception {
        OkProtocol protocol = new OkProtocol();
        try (ProtocolServer server = ProtocolServer.start(protocol);
                ModeDriver repl = server.repl("alice")) {
            repl.type("hello");
            repl.type("you there");

            assertThat(repl.console().lines()).containsExactly("OK", "OK");
        }
    }
}
