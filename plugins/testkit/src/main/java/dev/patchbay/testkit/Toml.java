package dev.patchbay.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// Values of a gateway's configuration file.
final class Toml {

    private Toml() {}

    static String value(Object value) {
        return switch (value) {
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Boolean truth -> truth.toString();
            case String text -> quoted(text);
            case Path path -> quoted(path.toString());
            case Duration time -> quoted(time.toMillis() + " ms");
            default -> throw new IllegalArgumentException(
                    "a value is a String, a Path, a Duration, a Boolean or a whole number, not the " + value.getClass().getSimpleName() + " " + value);
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            boolean plain = character >= ' ' && character != '"' && character != '\\' && character != 0x7f;
            quoted.append(plain ? Character.toString(character) : String.format(Locale.ROOT, "\\u%04x", character));
        });
        return quoted.append('"').toString();
    }
}
