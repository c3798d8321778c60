package dev.patchbay.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "hello board",
        "Grüße, Ωmega, привет, 你好, שלום, 👩‍👩‍👧 🇩🇪",
        "e\u0301 and \u00e9",
        "C:\\new\\table",
        "\ufffd\u00a0\u200d"
    })
    void printableTextOfAnyLanguageStaysAsItIs(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void controlsAreShownByTheirCode() {
        assertThat(SafeText.of("\u001b[2J\u0007\u0000\u007f\u009b")).isEqualTo("\\x1b[2J\\x07\\x00\\x7f\\x9b");
    }

    @Test
    void whitespaceThatMovesTheCursorIsShownByItsLetter() {
        assertThat(SafeText.of("a\tb\r\nc")).isEqualTo("a\\tb\\r\\nc");
    }

    @Test
    void marksOfDirectionAndLineSeparatorsAreShownByTheirCode() {
        assertThat(SafeText.of("\u202egpj.exe\u2066\u200f\u061c\u2028\u2029")).isEqualTo("\\u202egpj.exe\\u2066\\u200f\\u061c\\u2028\\u2029");
    }

    @Test
    void halvesOfSurrogatePairsAreShownAndWholePairsStay() {
        assertThat(SafeText.of("\ud83d\ude00\ud83d!\ude00")).isEqualTo("\ud83d\ude00\\ud83d!\\ude00");
    }
}
