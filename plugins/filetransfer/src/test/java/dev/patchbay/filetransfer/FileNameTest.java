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
    @ValueSource(strings = {
        "\u202efdp.exe", // shown as exe.pdf
        "a\u2066b\u2069", "a\u200e", "\u061ca", // turn the writing
        "a\u200bb", "\ufeffa", "a\u2060", "a\u00adb", "a\udb40\udc41", // are not seen
        "a\u2028b", "a\u2029b", // are lines
        "a\ud800", "\udfffa" // are no characters
    })
    void charactersThatMakeANameLookLikeAnotherAreRefused(String name) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new FileName(name))
                .withMessage("a name has no characters that turn the writing or are not seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\ud83d\udc69\u200d\ud83d\ude80.png", "\u05e9\u05dc\u05d5\u05dd.txt"})
    void whatLanguagesNeedIsNot(String name) {
        assertThat(new FileName(name).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"e\u0301.txt, \u00e9.txt", "\u212b, \u00c5", "\u1112\u1161\u11ab, \ud55c"})
    void theFormsInWhichANameCanBeWrittenAreOneName(String written, String composed) {
        assertThat(new FileName(written)).isEqualTo(new FileName(composed));
        assertThat(new FileName(written).text()).isEqualTo(composed);
    }

    @ParameterizedTest
    @CsvSource({
        "readme.txt, README.TXT", "a, A", "\u00e9, \u00c9", "\u00e9, E\u0301", "stra\u00dfe, STRASSE", "\u03bf\u03b4\u03cc\u03c2, \u039f\u0394\u038c\u03a3", "\u017f, s",
    })
    void whatDiffersInCaseOrFormAloneIsTheSameNameElsewhere(String name, String other) {
        assertThat(new FileName(name).isElsewhere(other)).isTrue();
        assertThat(new FileName(other).isElsewhere(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a, b", "a, aa", "e, \u00e9", "a b, ab", "a, '.a'"})
    void otherNamesAreOthersElsewhereToo(String name, String other) {
        assertThat(new FileName(name).isElsewhere(other)).isFalse();
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
