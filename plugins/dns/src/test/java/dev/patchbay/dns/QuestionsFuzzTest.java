package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.testkit.Fuzz;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Servers whose answers fit the question, and hold records of all types that could be anything.
class QuestionsFuzzTest {

    private static final int TYPES = 270;

    private byte[] answer = {};

    /// Sends the answer, with the number of the query in it.
    private final class AnswerProtocol implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("answers", "1.0").silent();
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> {
                Binary binary = peer.binary(ByteOrder.BIG_ENDIAN);
                while (binary.hasNext()) {
                    byte[] query = SizedMessages.receive(binary);
                    byte[] reply = answer.clone();
                    System.arraycopy(query, 0, reply, 0, 2);
                    SizedMessages.send(binary, reply);
                }
            });
        }
    }

    @Test
    void whateverARecordHoldsItIsPrintedOrTheAnswerIsNoMessage() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(new AnswerProtocol());
                ModeDriver repl = ModeDriver.open(new DnsRfc1035Protocol(), server.address(), "alice")) {
            Fuzz.each(3000, random -> {
                answer = answer(random);
                int before = repl.console().lines().size();
                try {
                    repl.type("bishop.lan");
                    assertThat(repl.console().lines()).hasSizeGreaterThan(before);
                } catch (ConnectionException e) {
                    assertThat(e).hasMessage("an answer that is no message of the DNS");
                }
            });
            assertThat(repl.console().lines()).as("answers that could be read").hasSizeGreaterThan(100);
        }
    }

    /// A header that says one record follows, the record with the root as its name, and perhaps not all of it.
    private static byte[] answer(RandomGenerator random) {
        byte[] data = Fuzz.bytes(random, 40);
        ByteBuffer message = ByteBuffer.allocate(12 + 11 + data.length);
        message.putShort((short) 0).putShort((short) 0x8500).putShort((short) 0).putShort((short) 1).putInt(0);
        message.put((byte) 0).putShort((short) random.nextInt(TYPES)).putShort((short) 1).putInt(10).putShort((short) data.length).put(data);
        if (random.nextInt(4) == 0) {
            message.put(12 + random.nextInt(message.capacity() - 12), (byte) random.nextInt());
        }
        return message.array();
    }
}
