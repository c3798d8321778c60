package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.Test;

class ${className}ProtocolTest {

    private final ${className}Protocol protocol = new ${className}Protocol();

    @Test
    void aMessageIsAnsweredLouder() {
        try (ProtocolServer server = ProtocolServer.start(protocol);
                TestPeer peer = server.connect()) {
            peer.expectFrame("${className} Server 1.0");
            peer.sendFrame("hello");
            peer.expectFrame("HELLO!");
        }
    }

    @Test
    void theMarkIsTheOperatorsChoice() {
        try (ProtocolServer server = ProtocolServer.of(protocol).option("mark", "?").start();
                TestPeer peer = server.connect()) {
            peer.expectFrame("${className} Server 1.0");
            peer.sendFrame("hello");
            peer.expectFrame("HELLO?");
        }
    }

    @Test
    void aTypedLineIsSentAndTheAnswerPrinted() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(protocol);
                ModeDriver repl = ModeDriver.open(protocol, server.address(), "alice")) {
            repl.type("hello");

            assertThat(repl.console().lines()).containsExactly("HELLO!");
        }
    }
}
