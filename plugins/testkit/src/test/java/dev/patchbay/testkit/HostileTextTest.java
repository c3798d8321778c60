package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.gateway.text.JsonText;
import dev.patchbay.gateway.text.LogLine;
import dev.patchbay.gateway.text.SafeText;
import dev.patchbay.gateway.text.TableText;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The corpus, and all of the gateway's text on it.
class HostileTextTest {

    @Test
    void everyCaseHasANameOfItsOwn() {
        assertThat(HostileText.all()).extracting(HostileText::name).doesNotHaveDuplicates().hasSizeGreaterThan(150);
    }

    @Test
    void nearlyEveryCaseWouldLeakIfItWerePrintedAsItIs() {
        List<String> harmless = HostileText.all().stream()
                .filter(hostile -> HostileText.leaks(hostile.text()).isEmpty())
                .map(HostileText::name)
                .toList();

        assertThat(harmless).as("dangerous as bytes, to JSON, to tables, or by their length").containsExactly(
                "quotes and backslashes",
                "private characters",
                "characters that do not exist yet, one of them in no block",
                "a long line",
                "no UTF-8: a continuation without a beginning",
                "no UTF-8: a beginning without a continuation",
                "no UTF-8: bytes that never occur",
                "no UTF-8: an escape in two bytes",
                "no UTF-8: an escape in three bytes",
                "no UTF-8: a line feed in two bytes",
                "no UTF-8: 8-bit CSI as a byte",
                "no UTF-8: beyond the last character",
                "no UTF-8: a surrogate pair in six bytes");
    }

    @Test
    void leaksNameTheCharacterAndItsPlace() {
        assertThat(HostileText.leaks("ok\u001b[2J\u202e")).containsExactly("U+001B at 2", "U+202E at 6");
        assertThat(HostileText.leaks("Grüße, 你好, नमस्ते, می\u200cخواهم, 👩\u200d👩\u200d👧 ❤\ufe0f")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.patchbay.testkit.HostileText#all")
    void theBytesAreUtf8OfTheTextUnlessTheCaseIsThatTheyAreNone(HostileText hostile) {
        boolean pairs = hostile.text().codePoints().noneMatch(character -> Character.getType(character) == Character.SURROGATE);

        assertThat(new String(hostile.bytes(), UTF_8).equals(hostile.text())).isEqualTo(pairs);
    }

    @ParameterizedTest
    @MethodSource("dev.patchbay.testkit.HostileText#all")
    void safeTextLetsNothingThrough(HostileText hostile) {
        String safe = SafeText.of(hostile.text());

        assertThat(HostileText.leaks(safe)).isEmpty();
        assertThat(SafeText.isSafe(hostile.text())).isEqualTo(safe.equals(hostile.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Grüße, Ωmega, привет, 你好, שלום",
        "می\u200cخواهم", // a joiner within a Persian word
        "क्\u200dष नमस्ते श्री", // and in Devanagari
        "👩\u200d👩\u200d👧 ❤\ufe0f 👍🏽 🇩🇪 1\ufe0f\u20e3",
        "Việt Nam, e\u0302\u0301, a\u0328\u0301\u0308",
        "\u0600\u0661\u0662 \u06dd", // signs that Unicode counts as format characters
        "\ue0b0 \u0378" // private, unassigned
    })
    void safeTextLeavesTheLanguagesOfTheWorldAsTheyAre(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("dev.patchbay.testkit.HostileText#all")
    void aTableStaysInItsLines(HostileText hostile) {
        String table = TableText.of(List.of(Item.of("a").with(hostile.text(), hostile.text(), Style.BAD).with("next", 5)));

        assertThat(table.split("\n", -1)).hasSize(2).allSatisfy(line -> assertThat(HostileText.leaks(line)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("dev.patchbay.testkit.HostileText#all")
    void jsonIsOneSafeLineThatReadsBackExactly(HostileText hostile) {
        String json = JsonText.of(Item.of(hostile.text()).with("text", hostile.text()).with(hostile.text() + "2", true));

        assertThat(HostileText.leaks(json)).isEmpty();
        assertThat(JsonObject.read(json)).containsExactly(
                entry("type", hostile.text()), entry("text", hostile.text()), entry(hostile.text() + "2", true));
    }

    @ParameterizedTest
    @MethodSource("dev.patchbay.testkit.HostileText#all")
    void aLineOfTheLogIsOneLine(HostileText hostile) {
        LogRecord entry = new LogRecord(Level.WARNING, "from " + hostile.text());
        entry.setLoggerName("patchbay." + hostile.text());
        entry.setThrown(new IllegalStateException(hostile.text()));

        for (boolean json : List.of(false, true)) {
            String line = new LogLine(json).format(entry);
            assertThat(line).endsWith("\n");
            assertThat(HostileText.leaks(line.substring(0, line.length() - 1))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.patchbay.testkit.HostileText#all")
    void aParameterOfALogMessageIsNoDoor(HostileText hostile) {
        LogRecord entry = new LogRecord(Level.WARNING, "from {0}");
        entry.setParameters(new Object[] {hostile.text()});

        String line = new LogLine(false).format(entry);

        assertThat(line).contains(SafeText.of(hostile.text()));
        assertThat(HostileText.leaks(line.stripTrailing())).isEmpty();
    }
}
