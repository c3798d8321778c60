package dev.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTest {

    private static final Option<Boolean> FLAG = Option.flag("overwrite", false, "whether a file may be replaced");
    private static final Option<Integer> INTEGER = Option.integer("rounds", 3, 1, 100, "rounds of a game");
    private static final Option<String> TEXT = Option.text("greeting", "hello", "what is said first");
    private static final Option<String> CHOICE = Option.choice("reply", "text", List.of("text", "int"), "how results are sent");
    private static final Option<Duration> DURATION = Option.duration("pause", Duration.ofSeconds(5), "time between two guesses");
    private static final Option<Long> SIZE = Option.size("max-size", 10_000L, "the largest file");
    private static final Option<Path> PATH = Option.path("hosts", Path.of("hosts"), "the file of names");

    @Test
    void itSaysOfItselfWhatHelpShows() {
        assertThat(INTEGER.name()).isEqualTo("rounds");
        assertThat(INTEGER.type()).isEqualTo("a whole number from 1 to 100");
        assertThat(INTEGER.defaultValue()).isEqualTo(3);
        assertThat(INTEGER.help()).isEqualTo("rounds of a game");
        assertThat(INTEGER).hasToString("rounds = 3");
    }

    @ParameterizedTest
    @MethodSource
    void aValueOfItsTypeIsRead(Option<?> option, Object configured, Object expected) {
        assertThat(option.read(configured)).isEqualTo(expected);
    }

    static Stream<Arguments> aValueOfItsTypeIsRead() {
        return Stream.of(
                Arguments.of(FLAG, true, true),
                Arguments.of(INTEGER, 1L, 1),
                Arguments.of(INTEGER, 100L, 100),
                Arguments.of(TEXT, "", ""),
                Arguments.of(CHOICE, "int", "int"),
                Arguments.of(PATH, "/etc/hosts", Path.of("/etc/hosts")));
    }

    @ParameterizedTest
    @CsvSource({
        "0 s, PT0S", "250ms, PT0.25S", "90 s, PT1M30S", "' 90 S ', PT1M30S", "5m, PT5M", "2 h, PT2H", "7 d, PT168H",
        "3650 d, P3650D"
    })
    void aTimeIsANumberAndAUnit(String configured, Duration expected) {
        assertThat(DURATION.read(configured)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "s", "-1 s", "1.5 s", "90 sec", "1 h 30 m", "1000000000 s", "٩ s"})
    void anythingElseIsNoTime(String configured) {
        assertThatIllegalArgumentException().isThrownBy(() -> DURATION.read(configured));
    }

    @ParameterizedTest
    @CsvSource({"0 B, 0", "1 kB, 1000", "250mb, 250000000", "' 10 GB ', 10000000000", "999999 TB, 999999000000000000"})
    void aSizeIsANumberAndAUnit(String configured, long expected) {
        assertThat(SIZE.read(configured)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "GB", "-1 B", "1.5 GB", "1 GiB", "10 G", "1000000 B", "٩ B"})
    void anythingElseIsNoSize(String configured) {
        assertThatIllegalArgumentException().isThrownBy(() -> SIZE.read(configured));
    }

    @ParameterizedTest
    @MethodSource
    void aValueOfAnotherTypeIsRefusedInOneLineThatSaysWhatToWrite(Option<?> option, Object configured, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> option.read(configured)).withMessage(message);
    }

    static Stream<Arguments> aValueOfAnotherTypeIsRefusedInOneLineThatSaysWhatToWrite() {
        return Stream.of(
                Arguments.of(FLAG, "yes", "'overwrite' takes true or false, not \"yes\""),
                Arguments.of(INTEGER, 0L, "'rounds' takes a whole number from 1 to 100, not 0"),
                Arguments.of(INTEGER, 101L, "'rounds' takes a whole number from 1 to 100, not 101"),
                Arguments.of(INTEGER, 1L << 32 | 3, "'rounds' takes a whole number from 1 to 100, not 4294967299"),
                Arguments.of(INTEGER, 3.0, "'rounds' takes a whole number from 1 to 100, not 3.0"),
                Arguments.of(INTEGER, "3", "'rounds' takes a whole number from 1 to 100, not \"3\""),
                Arguments.of(TEXT, true, "'greeting' takes text, not true"),
                Arguments.of(CHOICE, "TEXT", "'reply' takes one of text, int, not \"TEXT\""),
                Arguments.of(DURATION, 90L, "'pause' takes a time such as \"90 s\", not 90"),
                Arguments.of(SIZE, 90L, "'max-size' takes a size such as \"10 GB\", not 90"),
                Arguments.of(PATH, 7L, "'hosts' takes a path, not 7"),
                Arguments.of(PATH, "a\0b", "'hosts' takes a path, not \"a\0b\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "max-size", "udp2", "a-1"})
    void aNameHasLowerCaseLettersDigitsAndSingleHyphens(String name) {
        assertThat(Option.text(name, "", "").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rounds", "max_size", "max size", "-a", "a-", "a--b", "2nd", "größe"})
    void anyOtherNameIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Option.text(name, "", ""))
                .withMessage("an option's name has lower-case letters, digits and single hyphens, not '" + name + "'");
    }

    @Test
    void aDefaultThatNobodyCouldConfigureIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Option.integer("rounds", 0, 1, 100, ""))
                .withMessage("the default of 'rounds' is a whole number from 1 to 100, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Option.integer("rounds", 101, 1, 100, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Option.choice("reply", "json", List.of("text", "int"), ""))
                .withMessage("the default of 'reply' is one of text, int, not json");
    }

    @Test
    void theWordsOfAChoiceAreThoseItWasMadeWith() {
        List<String> words = new ArrayList<>(List.of("text", "int"));
        Option<String> option = Option.choice("reply", "text", words, "");

        words.add("json");

        assertThatIllegalArgumentException().isThrownBy(() -> option.read("json"));
    }
}
