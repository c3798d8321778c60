package dev.patchbay.cli.shell;

import java.util.Optional;

/// Where a script's lines come from.
public interface LineSource {

    /// {@return the next line, or nothing at the end}
    Optional<String> line();

    /// {@return the answer to a question, or nothing at the end}
    ///
    /// @param defaultAnswer the answer if nothing else is said; empty if there is none
    Optional<String> answer(String defaultAnswer);
}
