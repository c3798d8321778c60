package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoodbyeTest {

    @ParameterizedTest
    @CsvSource({
        "'',             0000",
        "0007Welcome,    0004quit0004quit",
        "0009Game 1.0,   0004quit0004quit",
        "0007Wel,        0004quit0004quit",
        "000212,         0000",
        "000100001a,     0000",
    })
    void saysWhatASmallServerUnderstands(String heard, String goodbye) {
        assertThat(Goodbye.to(bytes(heard)))
                .hasValueSatisfying(message -> assertThat(UTF_8.decode(message.buffer()).toString()).isEqualTo(goodbye));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-x", "220 mail", "12", "<html>"})
    void saysNothingToAServerOfAnotherFamily(String heard) {
        assertThat(Goodbye.to(bytes(heard))).isEmpty();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
