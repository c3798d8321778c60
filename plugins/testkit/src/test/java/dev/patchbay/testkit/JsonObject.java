package dev.patchbay.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads a flat JSON object strictly, as RFC 8259 has it: written for tests, so that what is judged is not read by its own rules.
final class JsonObject {

    private final String json;
    private int at;

    private JsonObject(String json) {
        this.json = json;
    }

    static Map.Entry<String, Object> field(String name, Object value) {
        return Map.entry(name, value);
    }

    /// {@return the fields in their order}
    ///
    /// @throws IllegalArgumentException if it is no such object
    static List<Map.Entry<String, Object>> read(String json) {
        JsonObject reader = new JsonObject(json);
        List<Map.Entry<String, Object>> fields = new ArrayList<>();
        reader.expect('{');
        do {
            String name = reader.string();
            reader.expect(':');
            fields.add(field(name, reader.value()));
        } while (reader.next() == ',');
        reader.at--;
        reader.expect('}');
        if (reader.at != json.length()) {
            throw new IllegalArgumentException("more after the object at " + reader.at);
        }
        return fields;
    }

    private Object value() {
        for (String word : List.of("true", "false")) {
            if (json.startsWith(word, at)) {
                at += word.length();
                return Boolean.valueOf(word);
            }
        }
        return string();
    }

    private String string() {
        expect('"');
        StringBuilder text = new StringBuilder();
        for (char unit = next(); unit != '"'; unit = next()) {
            if (unit < ' ') {
                throw new IllegalArgumentException("a control character in a string at " + at);
            }
            text.append(unit == '\\' ? escape() : unit);
        }
        return text.toString();
    }

    private char escape() {
        char letter = next();
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(json, at, at += 4, 16);
            default -> throw new IllegalArgumentException("no escape: \\" + letter);
        };
    }

    private char next() {
        return json.charAt(at++);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException("no " + wanted + " at " + (at - 1) + " of " + json);
        }
    }
}
