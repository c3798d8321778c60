package dev.patchbay.gateway.text;

import dev.patchbay.api.client.Item;

/// Writes items as JSON, an object in one line each, for programs.
///
/// ```java
/// JsonText.of(Item.of("post").with("from", "127.0.0.1").with("text", "hello"));
/// // {"type":"post","from":"127.0.0.1","text":"hello"}
/// ```
public final class JsonText {

    private JsonText() {}

    /// {@return the item as a JSON object, its type first, then its fields in their order}
    ///
    /// The text is safe to print on a terminal: what [SafeText] would show is escaped as JSON escapes it, so a program that
    /// reads it gets every character as it was.
    public static String of(Item item) {
        StringBuilder json = new StringBuilder("{\"type\":");
        append(json, item.type());
        for (Item.Field field : item.fields()) {
            append(json.append(','), field.name());
            append(json.append(':'), field.value());
        }
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, Object value) {
        if (!(value instanceof String text)) {
            json.append(value);
            return;
        }
        json.append('"');
        Screening screening = new Screening();
        text.codePoints().forEach(character -> append(json, character, screening.admits(character)));
        json.append('"');
    }

    private static void append(StringBuilder json, int character, boolean admitted) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (admitted) {
                    json.appendCodePoint(character);
                } else {
                    escape(json, character);
                }
            }
        }
    }

    /// JSON has escapes for the units of UTF-16: two where a character is beyond U+FFFF.
    private static void escape(StringBuilder json, int character) {
        for (char unit : Character.toChars(character)) {
            json.append(String.format("\\u%04x", (int) unit));
        }
    }
}
