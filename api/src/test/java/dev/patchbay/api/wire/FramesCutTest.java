package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesCutTest {

    @Test
    void aTextThatFitsStaysAsItIs() {
        String full = "x".repeat(9999);

        assertThat(Frames.cut("")).isEmpty();
        assertThat(Frames.cut(full)).isEqualTo(full);
    }

    @Test
    void aLongerTextLosesItsEnd() {
        assertThat(Frames.cut("x".repeat(9999) + "y")).isEqualTo("x".repeat(9999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "😀"})
    void noCharacterIsCutInHalf(String character) {
        for (int before = 0; before < 4; before++) {
            String text = "x".repeat(before) + character.repeat(9999);

            String cut = Frames.cut(text);

            assertThat(cut.getBytes(UTF_8)).hasSizeBetween(9996, 9999);
            assertThat(text).startsWith(cut);
            assertThat(cut).endsWith(character);
        }
    }
}
