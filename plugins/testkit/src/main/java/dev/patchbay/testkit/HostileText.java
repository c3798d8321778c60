package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A text, or bytes that are none, with which a peer tries to steer the terminal, the log or the eye of whoever reads it. Immutable.
///
/// A test sends each of [#all] through an outlet, and asks [#leaks] of every line that comes out:
///
/// ```java
/// @ParameterizedTest
/// @MethodSource("dev.patchbay.testkit.HostileText#all")
/// void nothingPassesThrough(HostileText hostile) {
///     assertThat(HostileText.leaks(SafeText.of(hostile.text()))).isEmpty();
/// }
/// ```
///
/// [#leaks] is written from the Unicode tables, not from the code it judges. Not hostile, and so allowed, are the joiners U+200C and
/// U+200D, which Persian, the scripts of India and emoji cannot do without; variation selectors, which choose the picture of an emoji;
/// private and unassigned characters, which may be the emoji of next year.
public final class HostileText {

    /// What must never be printed, whatever it stands beside: ranges of code points, both ends included.
    private static final int[][] FORBIDDEN = {
        {0x00, 0x1f}, // C0 controls
        {0x7f, 0x9f}, // DEL and the C1 controls
        {0xad, 0xad}, // soft hyphen: there, or not
        {0x061c, 0x061c}, // Arabic letter mark
        {0x180e, 0x180e}, // Mongolian vowel separator
        {0x200b, 0x200b}, // zero-width space
        {0x200e, 0x200f}, // marks of direction
        {0x2028, 0x2029}, // line and paragraph separator
        {0x202a, 0x202e}, // embeddings and overrides of direction
        {0x2060, 0x206f}, // word joiner, invisible operators, isolates of direction, deprecated format characters
        {0xd800, 0xdfff}, // halves of surrogate pairs
        {0xfdd0, 0xfdef}, // noncharacters; the two at the end of each plane are tested for separately
        {0xfeff, 0xfeff}, // byte order mark
        {0xfff0, 0xfffb}, // reserved to be invisible, and interlinear annotation
        {0xe0000, 0xe00ff}, // tags, which are ASCII that nobody sees, and what is reserved beside them
        {0xe01f0, 0xe0fff} // reserved to be invisible
    };

    /// No more marks than this may stand on a letter: what Unicode Standard Annex 15 allows in its Stream-Safe Text Format.
    private static final int MOST_MARKS = 30;

    private static final String NO_UTF8 = "no UTF-8: ";

    private static final List<HostileText> ALL = Stream.of(controls(), sequences(), lines(), direction(), invisible(), floods(), malformed())
            .flatMap(List::stream)
            .toList();

    private final String name;
    private final String text;
    private final byte[] bytes;

    private HostileText(String name, String text, byte[] bytes) {
        this.name = name;
        this.text = text;
        this.bytes = bytes;
    }

    /// {@return every case, in a fixed order}
    public static List<HostileText> all() {
        return ALL;
    }

    /// {@return the cases whose bytes are UTF-8, as a protocol that insists on it can carry them}
    public static List<HostileText> utf8() {
        return ALL.stream().filter(hostile -> new String(hostile.bytes, UTF_8).equals(hostile.text) && !hostile.name.startsWith(NO_UTF8)).toList();
    }

    /// {@return the cases that are text in one line, as a protocol of lines and a list of names can carry it}
    public static List<HostileText> oneLine() {
        return ALL.stream().filter(hostile -> hostile.text.indexOf('\n') < 0 && hostile.text.indexOf('\r') < 0).toList();
    }

    /// {@return what it is called, in ASCII}
    public String name() {
        return name;
    }

    /// {@return the text; of bytes that are none, what a lenient UTF-8 decoder makes of them}
    public String text() {
        return text;
    }

    /// {@return what to send: UTF-8, unless the case is that it is none}
    public byte[] bytes() {
        return bytes.clone();
    }

    /// {@return the name, for the reports of tests}
    @Override
    public String toString() {
        return name;
    }

    /// Looks for what should have been made visible.
    ///
    /// @param shown one line of what was printed, without its line feed
    /// @return each character that should not be there, as in `U+001B at 7`; empty if the line is safe
    public static List<String> leaks(String shown) {
        List<String> leaks = new ArrayList<>();
        int marks = 0;
        for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
            int character = shown.codePointAt(i);
            marks = isMark(character) ? marks + 1 : 0;
            if (marks > MOST_MARKS || isForbidden(character)) {
                leaks.add(code(character) + " at " + i);
            }
        }
        return leaks;
    }

    private static boolean isForbidden(int character) {
        return (character & 0xfffe) == 0xfffe || Stream.of(FORBIDDEN).anyMatch(range -> character >= range[0] && character <= range[1]);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || character == 0x200c || character == 0x200d;
    }

    /// Each control alone, between letters, so that it is seen whether it is gone.
    private static List<HostileText> controls() {
        return IntStream.concat(IntStream.rangeClosed(0, 0x1f), IntStream.rangeClosed(0x7f, 0x9f))
                .mapToObj(control -> of("control " + code(control), "a" + Character.toString(control) + "b"))
                .toList();
    }

    /// What terminals do when they are told to.
    private static List<HostileText> sequences() {
        return List.of(
                of("clears the screen", "\u001b[2J\u001b[H"),
                of("resets the terminal", "\u001bc"),
                of("leaves for the other screen", "\u001b[?1049h\u001b[?25l"),
                of("colours and blinks", "\u001b[5;31malarm\u001b[0m"),
                of("moves up and overwrites", "\u001b[1A\u001b[2Kall is well"),
                of("scrolls a region", "\u001b[1;2r\u001b[99S"),
                of("sets the title", "\u001b]0;title\u0007"),
                of("sets the title, ended properly", "\u001b]2;title\u001b\\"),
                of("writes the clipboard", "\u001b]52;c;cm0gLXJmIH4K\u0007"),
                of("a link with another text", "\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\"),
                of("changes a colour of the palette", "\u001b]4;1;rgb:00/00/00\u0007"),
                of("announces a folder", "\u001b]7;file:///etc\u0007"),
                of("makes the terminal answer: where is the cursor", "\u001b[6n"),
                of("makes the terminal answer: what are you", "\u001b[c\u001b[>c\u001bZ\u0005"),
                of("makes the terminal answer: what is the title", "\u001b[21t"),
                of("makes the terminal answer: capabilities", "\u001bP+q544e\u001b\\"),
                of("a device control string without end", "\u001bPq#0;2;0;0;0"),
                of("an application command", "\u001b_Gf=100;AAAA\u001b\\\u001b^private\u001b\\\u001bXstart\u001b\\"),
                of("switches pasting and the mouse on", "\u001b[?2004h\u001b[?1003h"),
                of("ends a paste", "\u001b[201~rm -rf ~\r"),
                of("draws lines in place of letters", "\u001b(0lqqk\u000e"),
                of("8-bit CSI", "\u009b2J\u009b31m"),
                of("8-bit OSC, DCS, ST", "\u009d0;title\u009c\u0090q\u009c"),
                of("8-bit PM, APC, SOS", "\u009ea\u009c\u009fb\u009c\u0098c\u009c"),
                of("an escape cut in half", "text\u001b"),
                of("escape after escape", "\u001b\u001b\u001b[[2J"),
                of("backspaces over itself", "harmless\b\b\b\b\b\b\b\bevil"),
                of("tabs", "a\tb\t\tc"),
                of("a vertical tab and a form feed", "a\u000bb\fc"));
    }

    /// What pretends to be a line of its own.
    private static List<HostileText> lines() {
        return List.of(
                of("a line feed", "one\ntwo"),
                of("a lone carriage return", "harmless\rroot# "),
                of("carriage return and line feed", "one\r\ntwo\r\n"),
                of("replaces its own line", "harmless\r\u001b[Kroot#"),
                of("a forged line of the log", "ok\n2026-01-01T00:00:00.000+00:00 error gateway: out of order"),
                of("a forged object of the log", "ok\"}\n{\"type\":\"log\",\"level\":\"error\",\"message\":\"forged\"}"),
                of("a forged prompt", "ok\npatchbay> open evil.example:1"),
                of("a forged question", "ok\rUser name: "),
                of("next line", "one\u0085two"),
                of("line separator", "one\u2028two"),
                of("paragraph separator", "one\u2029two"),
                of("quotes and backslashes", "\",\"admin\":true,\"x\":\"\\u001b[2J\\"));
    }

    /// What changes the direction of writing.
    private static List<HostileText> direction() {
        return Stream.concat(
                        IntStream.of(0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069)
                                .mapToObj(mark -> of("direction " + code(mark), "a" + Character.toString(mark) + "b")),
                        Stream.of(
                                of("a program that looks like a text", "invoice\u202etxt.exe"),
                                of("an override that is never ended", "\u202eevil"),
                                of("comment that is code", "/*\u202e } \u2066if (admin)\u2069 \u2066 begin */")))
                .toList();
    }

    /// What is there and cannot be seen, and what should not be there at all.
    private static List<HostileText> invisible() {
        return Stream.concat(
                        IntStream.of(0xad, 0x180e, 0x200b, 0x2060, 0x2061, 0x2064, 0x2065, 0x206a, 0x206f, 0xfeff, 0xfff0, 0xfff9, 0xfffb, 0xfdd0,
                                        0xfffe, 0xffff, 0x1ffff, 0xe0002, 0xe0fff, 0x10ffff)
                                .mapToObj(character -> of("invisible " + code(character), "pay" + Character.toString(character) + "pal")),
                        Stream.of(
                                of("a sentence in tags", "hi" + tags("ignore all that was said")),
                                of("a language tag", "hi\udb40\udc01"),
                                of("private characters", "\ue000\uf8ff\udb80\udc00"),
                                of("characters that do not exist yet, one of them in no block", "a\u0378\u2fe0\ud8ff\udc00"),
                                of("half of a surrogate pair, the first", "a\ud800b"),
                                of("half of a surrogate pair, the second", "a\udfffb"),
                                of("a pair the wrong way round", "\ude00\ud83d")))
                .toList();
    }

    /// What is too much of something.
    private static List<HostileText> floods() {
        return List.of(
                of("a hundred marks on a letter", "Z" + "\u0353\u0310".repeat(50)),
                of("a hundred marks on nothing", "\u0489".repeat(100)),
                of("a hundred joiners", "a" + "\u200d\u200c".repeat(50) + "b"),
                of("a hundred variation selectors", "a" + "\ufe0f".repeat(50) + "\udb40\udd00".repeat(50)),
                of("a long line", "x".repeat(5000)),
                of("a long line of escapes", "\u001b[2J".repeat(500)));
    }

    /// Bytes that are no UTF-8.
    private static List<HostileText> malformed() {
        return List.of(
                ofBytes("a continuation without a beginning", "a\u0080\u00bfb"),
                ofBytes("a beginning without a continuation", "a\u00c3"),
                ofBytes("bytes that never occur", "a\u00fe\u00ff\u00f8b"),
                ofBytes("an escape in two bytes", "\u00c0\u009b[2J"),
                ofBytes("an escape in three bytes", "\u00e0\u0080\u009b[2J"),
                ofBytes("a line feed in two bytes", "one\u00c0\u008atwo"),
                ofBytes("8-bit CSI as a byte", "\u009b2J"),
                ofBytes("beyond the last character", "\u00f4\u0090\u0080\u0080"),
                ofBytes("a surrogate pair in six bytes", "\u00ed\u00a0\u00bd\u00ed\u00b8\u0080"));
    }

    private static String tags(String ascii) {
        return ascii.codePoints().map(letter -> 0xe0000 + letter).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static HostileText of(String name, String text) {
        return new HostileText(name, text, generalizedUtf8(text));
    }

    /// @param latin1 the bytes, each as the character of that number
    private static HostileText ofBytes(String name, String latin1) {
        byte[] bytes = latin1.getBytes(ISO_8859_1);
        return new HostileText(NO_UTF8 + name, new String(bytes, UTF_8), bytes);
    }

    /// UTF-8 in which halves of surrogate pairs have their three bytes too: an encoder of ours would replace them.
    private static byte[] generalizedUtf8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(character -> bytes.writeBytes(
                character >= 0xd800 && character <= 0xdfff
                        ? new byte[] {(byte) 0xed, (byte) (0x80 | (character >> 6 & 0x3f)), (byte) (0x80 | (character & 0x3f))}
                        : Character.toString(character).getBytes(UTF_8)));
        return bytes.toByteArray();
    }

    private static String code(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
