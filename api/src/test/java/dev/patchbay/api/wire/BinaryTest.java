package dev.patchbay.api.wire;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinaryTest {

    private static final byte[] TWO_GUESSES = HexFormat.of().parseHex("3c000000" + "32000000" + "3d000000" + "2a000000");

    @ParameterizedTest
    @MethodSource
    void recordsAreTheSameHoweverTheyArrive(Arrivals arrivals) {
        Binary binary = arrivals.connection().binary(LITTLE_ENDIAN);

        ByteBuffer first = binary.receive(8);
        assertThat(first.get()).isEqualTo((byte) '<');
        assertThat(first.getInt(4)).isEqualTo(50);
        ByteBuffer second = binary.receive(8);
        assertThat(second.get()).isEqualTo((byte) '=');
        assertThat(second.getInt(4)).isEqualTo(42);

        assertThat(binary.hasNext()).isFalse();
    }

    static Stream<Arrivals> recordsAreTheSameHoweverTheyArrive() {
        return Arrivals.of(TWO_GUESSES);
    }

    @Test
    void aRecordHasExactlyItsSizeAndCannotBeChanged() {
        ByteBuffer guess = new Connection(FakeTransport.receiving(List.of(TWO_GUESSES))).binary(LITTLE_ENDIAN).receive(8);

        assertThat(guess.remaining()).isEqualTo(8);
        assertThat(guess.capacity()).isEqualTo(8);
        assertThat(guess.isReadOnly()).isTrue();
    }

    @Test
    void numbersAreInTheByteOrderThatWasAskedFor() {
        FakeTransport transport = FakeTransport.receiving(List.of(new byte[] {0, 0, 1, 2, 0, 0, 1, 2}));
        Connection connection = new Connection(transport);

        assertThat(connection.binary(BIG_ENDIAN).receive(4).getInt()).isEqualTo(0x0102);
        assertThat(connection.binary(LITTLE_ENDIAN).receive(4).getInt()).isEqualTo(0x02010000);

        connection.binary(BIG_ENDIAN).send(4, reply -> reply.putInt(0x0102));
        connection.binary(LITTLE_ENDIAN).send(4, reply -> reply.putInt(0x0102));
        connection.flush();

        assertThat(transport.writtenBytes()).containsExactly(HexFormat.of().parseHex("0000010202010000"));
    }

    @Test
    void bytesThatAreNotPutAreZero() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.binary(LITTLE_ENDIAN).send(8, reply -> reply.put((byte) 'Y'));
        connection.flush();

        assertThat(transport.writtenBytes()).containsExactly(new byte[] {'Y', 0, 0, 0, 0, 0, 0, 0});
    }

    @Test
    void aRecordThatCannotBeFilledIsNotSent() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);
        Binary binary = connection.binary(LITTLE_ENDIAN);

        assertThatExceptionOfType(BufferOverflowException.class).isThrownBy(() -> binary.send(3, reply -> reply.put(new byte[4])));

        connection.flush();
        assertThat(transport.writtenBytes()).isEmpty();
    }

    @Test
    void theEndInsideARecordCutsItShort() {
        Binary binary = new Connection(FakeTransport.receiving("123")).binary(LITTLE_ENDIAN);

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> binary.receive(8))
                .withMessage("closed by the peer after 3 of 8 bytes of a record")
                .extracting(ConnectionException::reason).isEqualTo(Reason.CUT_SHORT);
    }

    @Test
    void aRecordThatSaysItsSizeIsSeenBeforeItIsTaken() {
        Binary binary = new Connection(FakeTransport.receiving(List.of(new byte[] {0}, new byte[] {2, 'o'}, new byte[] {'k'}))).binary(BIG_ENDIAN);

        int size = binary.peek(2).getShort();
        ByteBuffer record = binary.receive(2 + size);

        assertThat(record.getShort()).isEqualTo((short) 2);
        assertThat(record.get()).isEqualTo((byte) 'o');
        assertThat(binary.hasNext()).isFalse();
    }

    @Test
    void theEndBehindWhatWasSeenCutsTheRecordShort() {
        Binary binary = new Connection(FakeTransport.receiving("12")).binary(BIG_ENDIAN);

        binary.peek(2);

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> binary.receive(3))
                .extracting(ConnectionException::reason).isEqualTo(Reason.CUT_SHORT);
    }
}
