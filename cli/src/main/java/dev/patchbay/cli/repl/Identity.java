package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Console;
import java.util.Optional;

/// Under which name the user speaks: asked once, and only where somebody wants to know.
final class Identity {

    private final String proposal;
    private Optional<String> name;

    /// @param name     the name the user has given, if any
    /// @param proposal the name to take if the user just presses Enter; may be empty
    Identity(Optional<String> name, String proposal) {
        this.name = name;
        this.proposal = proposal;
    }

    Optional<String> name() {
        return name;
    }

    void name(String name) {
        this.name = Optional.of(name);
    }

    /// {@return the name, asked for if need be}
    synchronized String name(Console console) {
        if (name.isEmpty()) {
            String answer = proposal.isEmpty() ? console.ask("User name") : console.ask("User name", proposal);
            if (answer.isBlank()) {
                throw new IllegalArgumentException("this server wants a user name: type one, or set it with user NAME");
            }
            name = Optional.of(answer.strip());
        }
        return name.get();
    }
}
