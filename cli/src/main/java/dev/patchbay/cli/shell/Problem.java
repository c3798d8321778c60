package dev.patchbay.cli.shell;

import java.util.List;

/// What went wrong and what to do about it.
///
/// @param message what went wrong, in one line
/// @param hints   what to do about it, a line each
public record Problem(String message, List<String> hints) {

    /// {@return a problem with hints}
    public static Problem of(String message, String... hints) {
        return new Problem(message, List.of(hints));
    }
}
