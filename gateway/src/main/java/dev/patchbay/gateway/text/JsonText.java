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
        text.codePoints().forEach(character -> append(json, character));
        json.append('"');
    }

    private static void append(StringBuilder json, int character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                // Every unsafe character is below U+10000, so one escape is enough for it.
                if (SafeText.unsafe(character)) {
                    json.append(String.format("\\u%04x", character));
                } else {
                    json.appendCodePoint(character);
                }
            }
        }
    }
}
