package dev.patchbay.cli.shell;

import dev.patchbay.api.client.Style;
import java.util.List;

/// Colours for text that is safe already. No terminal library: it colours the output of one-shot commands too, which must not wait
/// for one to load.
public enum Paint {

    /// No colours.
    NONE,
    /// The colours every terminal has, which its user has chosen to be readable.
    COLOURS;

    private static final String ESCAPE = "\u001b[";
    private static final List<String> NAMES = List.of("32", "33", "34", "35", "36", "92", "93", "94", "95", "96");

    /// {@return the text in a style}
    public String apply(String text, Style style) {
        if (this == NONE || text.isEmpty()) {
            return text;
        }
        String code = switch (style) {
            case PLAIN -> "";
            case NAME -> NAMES.get(Math.floorMod(text.hashCode(), NAMES.size()));
            case MUTED -> "2";
            case STRONG -> "1";
            case GOOD -> "32";
            case BAD -> "31";
        };
        return code.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
