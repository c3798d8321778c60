package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Fuzz;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestFormatTest {

    private static final Calculation CALCULATION = new Calculation(0x01020304, '+', -2);

    @Test
    void theBytesOfIicAreExactlyThese() {
        assertThat(bytes(RequestFormat.IIC)).containsExactly(4, 3, 2, 1, 0xfe, 0xff, 0xff, 0xff, '+');
    }

    @Test
    void theBytesOfIciAreExactlyThese() {
        assertThat(bytes(RequestFormat.ICI)).containsExactly(4, 3, 2, 1, '+', 0, 0, 0, 0xfe, 0xff, 0xff, 0xff);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutIsGot(RequestFormat format) {
        Fuzz.each(1000, random -> {
            Calculation calculation = new Calculation(random.nextInt(), (char) random.nextInt(256), random.nextInt());
            ByteBuffer record = ByteBuffer.allocate(format.size()).order(ByteOrder.LITTLE_ENDIAN);

            format.put(calculation, record);

            assertThat(record.hasRemaining()).isFalse();
            assertThat(format.get(record.flip())).isEqualTo(calculation);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anyBytesAreACalculationWithAResultOrAFault(RequestFormat format) {
        Fuzz.each(10_000, random -> {
            byte[] bytes = new byte[format.size()];
            random.nextBytes(bytes);
            Calculation calculation = format.get(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            if (random.nextBoolean()) {
                calculation = new Calculation(calculation.left(), "+-*/%^".charAt(random.nextInt(6)), calculation.right() >> random.nextInt(32));
            }

            assertThat(resultOrFault(calculation)).hasSizeBetween(1, 1001);
        });
    }

    private static String resultOrFault(Calculation calculation) {
        try {
            return calculation.text();
        } catch (ArithmeticException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static int[] bytes(RequestFormat format) {
        ByteBuffer record = ByteBuffer.allocate(format.size()).order(ByteOrder.LITTLE_ENDIAN);
        format.put(CALCULATION, record);
        int[] bytes = new int[format.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = record.get(i) & 0xff;
        }
        return bytes;
    }
}
