package dev.patchbay.gateway.text;

/// Makes text that came from elsewhere safe for a terminal, a log line or a table: whatever would steer a terminal, break a
/// line or change the direction of writing is shown instead of done.
///
/// ```java
/// SafeText.of("\u001b[2J owned\n");   // \x1b[2J owned\n, in visible characters
/// ```
///
/// The result is for people: a backslash stands for itself, so the text cannot be read back.
public final class SafeText {

    private SafeText() {}

    /// {@return the text with every character made visible that is not simply printed}
    ///
    /// Line feed, carriage return and tab become `\n`, `\r` and `\t`; other controls their code, as in `\x1b`; marks of writing
    /// direction, line separators and halves of surrogate pairs theirs, as in `\u202e`. All else stays.
    public static String of(String text) {
        int start = firstUnsafe(text);
        if (start == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, start);
        text.substring(start).codePoints().forEach(character -> {
            if (unsafe(character)) {
                safe.append(visible(character));
            } else {
                safe.appendCodePoint(character);
            }
        });
        return safe.toString();
    }

    /// Most text is harmless, and then nothing is copied.
    private static int firstUnsafe(String text) {
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (unsafe(character)) {
                return i;
            }
            i += Character.charCount(character);
        }
        return i;
    }

    static boolean unsafe(int character) {
        return Character.isISOControl(character)
                || steersDirection(character)
                || switch (Character.getType(character)) {
                    case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
                    default -> false;
                };
    }

    private static boolean steersDirection(int character) {
        return character == 0x061c
                || character == 0x200e
                || character == 0x200f
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static String visible(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character <= 0xff ? String.format("\\x%02x", character) : String.format("\\u%04x", character);
        };
    }
}
