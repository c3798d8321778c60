package dev.patchbay.filetransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "report.pdf", "my file", " a", "a..b", "żółw 😀", "~", "-rf", "*", "a?b", "null", "com", "com10", "auxiliary", "console.txt"})
    void aNameIsOneComponentOfAPath(String name) {
        assertThat(new FileName(name).text()).isEqualTo(name);
        assertThat(FileName.fits(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a file needs a name",
        "., a name does not begin with a dot",
        ".., a name does not begin with a dot",
        ".bashrc, a name does not begin with a dot",
        "/etc/passwd, 'a name has no ''/'', ''\\'' or '':'''",
        "a/../b, 'a name has no ''/'', ''\\'' or '':'''",
        "..\\b, a name does not begin with a dot",
        "a\\b, 'a name has no ''/'', ''\\'' or '':'''",
        "C:, 'a name has no ''/'', ''\\'' or '':'''",
        "a:stream, 'a name has no ''/'', ''\\'' or '':'''",
        "a., a name does not end with a dot or a space",
        "'a ', a name does not end with a dot or a space",
        "a\uFFFD, a name is UTF-8",
    })
    void whatCouldBeSomethingElseIsRefusedWithTheRule(String name, String rule) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new FileName(name)).withMessage(rule);
        assertThat(FileName.fits(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "a\nb", "a\rb", "\u001b[2J", "a\u007f", "a\u0085b"})
    void controlCharactersAreRefused(String name) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new FileName(name)).withMessage("a name has no control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "CON", "Nul.txt", "aux.tar.gz", "prn .x", "COM1", "lpt9.log", "com¹", "CONIN$", "conout$.x"})
    void theNamesOfDevicesAreRefusedInAnyCase(String name) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new FileName(name)).withMessageContaining("device");
    }

    @Test
    void theLongestNameHas255Bytes() {
        assertThat(new FileName("é".repeat(127) + "x").text()).hasSize(128);
        assertThat(FileName.fits("é".repeat(128))).isFalse();
    }
}
