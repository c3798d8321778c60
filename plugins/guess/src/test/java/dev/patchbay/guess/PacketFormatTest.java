package dev.patchbay.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.testkit.Fuzz;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PacketFormatTest {

    @ParameterizedTest
    @CsvSource({"PADDED, 3c000000fe020000", "PACKED_BE, 3c000002fe"})
    void theBytesAreExactlyThese(PacketFormat format, String hex) {
        byte[] bytes = new byte[format.size()];

        format.put(new Packet('<', 0x2fe), ByteBuffer.wrap(bytes).order(format.order()));

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(hex);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutIsGot(PacketFormat format) {
        Fuzz.each(1000, random -> {
            Packet packet = new Packet((char) random.nextInt(256), random.nextInt());
            ByteBuffer record = ByteBuffer.allocate(format.size()).order(format.order());
            format.put(packet, record);

            assertThat(format.get(record)).isEqualTo(packet);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anyBytesAreAGuessOrAViolation(PacketFormat format) {
        Fuzz.each(5000, random -> {
            byte[] bytes = new byte[format.size()];
            random.nextBytes(bytes);
            Packet packet = format.get(ByteBuffer.wrap(bytes).order(format.order()));

            if ("<>=".indexOf(packet.letter()) >= 0) {
                assertThat(Guess.of(packet).packet()).isEqualTo(packet);
            } else {
                assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> Guess.of(packet));
            }
        });
    }
}
