package dev.patchbay.gateway.text;

/// Makes text that came from elsewhere safe for a terminal, a log line or a table: whatever would steer a terminal, break a
/// line, change the direction of writing or hide is shown instead of done.
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
    /// Line feed, carriage return and tab become `\n`, `\r` and `\t`; other controls their code, as in `\x1b`; what turns the direction
    /// of writing, separates lines, hides, or is no character theirs, as in `\u202e`. Of more than ten marks on one letter those beyond
    /// become visible too. All else stays.
    public static String of(String text) {
        if (isSafe(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        Screening screening = new Screening();
        text.codePoints().forEach(character -> {
            if (screening.admits(character)) {
                safe.appendCodePoint(character);
            } else {
                safe.append(visible(character));
            }
        });
        return safe.toString();
    }

    /// {@return whether the text can be printed as it is}
    public static boolean isSafe(String text) {
        Screening screening = new Screening();
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (!screening.admits(character)) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    private static String visible(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(character <= 0xff ? "\\x%02x" : character <= 0xffff ? "\\u%04x" : "\\u{%x}", character);
        };
    }
}
