package dev.patchbay.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a line of `--json`, a flat object, strictly as RFC 8259 has it. Independent of what writes those lines, so that a test which
/// reads them proves something.
///
/// ```java
/// JsonObject.read("{\"type\":\"post\",\"size\":5}");   // type=post, size=5
/// ```
public final class JsonObject {

    private final String json;
    private int at;

    private JsonObject(String json) {
        this.json = json;
    }

    /// {@return the fields in their order: each a `String`, a `Long` or a `Boolean`}
    ///
    /// @throws IllegalArgumentException if it is anything else than one such object, or has a field twice
    public static Map<String, Object> read(String line) {
        try {
            return new JsonObject(line).read();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("no JSON: " + line, e);
        }
    }

    private Map<String, Object> read() {
        Map<String, Object> fields = new LinkedHashMap<>();
        expect('{');
        char separator;
        do {
            String name = string();
            expect(':');
            if (fields.put(name, value()) != null) {
                throw wrong("the field " + name + " again");
            }
            separator = next();
        } while (separator == ',');
        if (separator != '}' || at != json.length()) {
            throw wrong("no end of the object");
        }
        return fields;
    }

    private Object value() {
        char first = json.charAt(at);
        if (first == '"') {
            return string();
        }
        int start = at;
        while (",}".indexOf(json.charAt(at)) < 0) {
            at++;
        }
        String word = json.substring(start, at);
        return first == 't' || first == 'f' ? truth(word) : Long.valueOf(word);
    }

    private Boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("neither true nor false");
        };
    }

    private String string() {
        expect('"');
        StringBuilder text = new StringBuilder();
        for (char unit = next(); unit != '"'; unit = next()) {
            if (unit < ' ') {
                throw wrong("a control character in a string");
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
            case 'u' -> unit();
            default -> throw wrong("no escape");
        };
    }

    private char unit() {
        at += 4;
        return (char) Integer.parseInt(json, at - 4, at, 16);
    }

    private char next() {
        return json.charAt(at++);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong("no " + wanted);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("no JSON: " + what + " before position " + at + " of " + json);
    }
}
