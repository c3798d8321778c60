package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DatagramPeerTest {

    /// Sends datagrams back, except empty ones.
    private static final class Mirror implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("mirror", "1.0");
        }

        @Override
        public Service open(ServiceContext context) {
            return DatagramService.of((datagram, sender) -> {
                if (datagram.payload().length > 0) {
                    sender.send(datagram);
                }
            });
        }
    }

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new Mirror());

    private final DatagramPeer peer = server.datagrams();

    @Test
    void sendsAndExpectsWholeDatagrams() {
        peer.send("żółw").expect("żółw").sendHex("00 ff").expectHex("00ff").sendBytes((byte) 1).expectBytes((byte) 1);
    }

    @Test
    void showsWhereADatagramDiffers() {
        peer.send("hello");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> peer.expect("help")).withMessage("""
                expected the datagram 'help', received 'hello'
                  expected  help
                  received  hello
                               ^ byte 3
                the conversation before, -> sent, <- received:
                  -> hello
                  <- hello""");
    }

    @Test
    void saysThatNothingCame() {
        peer.patience(Duration.ofMillis(50)).sendBytes();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> peer.expect("hello"))
                .withMessageStartingWith("expected the datagram 'hello', received nothing within 50 ms\n");
    }
}
