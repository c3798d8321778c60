package dev.patchbay.udpbroadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.api.client.Item;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UdpBroadcastClientModeTest {

    private final ProtocolServer server = ProtocolServer.start(new UdpBroadcastProtocol());
    private final Neighbour neighbour;
    private final ModeDriver repl;

    UdpBroadcastClientModeTest() throws Exception {
        neighbour = new Neighbour("127.0.0.1", server.address());
        repl = ModeDriver.open(new UdpBroadcastProtocol(), server.address("lobby"), "alice");
    }

    @AfterEach
    void stop() throws Exception {
        repl.close();
        neighbour.close();
        server.close();
    }

    @Test
    void whatIsTypedIsBroadcastAsItStands() throws Exception {
        repl.type("hello  you");

        assertThat(neighbour.hear()).isEqualTo("hello  you");
    }

    @Test
    void whatIsBroadcastIsPrintedWithItsSender() throws Exception {
        repl.type("anybody there?");
        assertThat(neighbour.hear()).isEqualTo("anybody there?");

        neighbour.send("me too");

        repl.console().expect(neighbour.name() + " me too");
        assertThat(repl.console().items()).extracting(Item::type).containsExactly("datagram");
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndNothingIsSent() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("ż".repeat(501))).withMessageContaining("at most 1000 bytes");
        repl.type("short");

        assertThat(neighbour.hear()).isEqualTo("short");
    }
}
