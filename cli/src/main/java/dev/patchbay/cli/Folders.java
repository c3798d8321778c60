package dev.patchbay.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where things are when the command line does not say it.
record Folders(Environment environment) {

    /// The data folder: where a gateway keeps what must not be lost, and where it is found.
    Path data() {
        return environment.variable("PATCHBAY_DATA").map(Path::of).orElseGet(() -> base("XDG_DATA_HOME", ".local", "share"));
    }

    /// The plugin folder of the distribution.
    Path plugins() {
        return home().resolve("plugins");
    }

    /// The Maven repository of the distribution, for the builds of plugins.
    Path maven() {
        return home().resolve("maven").toAbsolutePath().normalize();
    }

    /// The configuration of the distribution, if it has one.
    Optional<Path> config() {
        return Optional.of(home().resolve("conf").resolve("patchbay.toml")).filter(Files::isRegularFile);
    }

    /// The lines typed at the REPL.
    Path history() {
        return base("XDG_STATE_HOME", ".local", "state").resolve("history");
    }

    /// The log of a gateway that runs inside a REPL.
    Path log() {
        return base("XDG_STATE_HOME", ".local", "state").resolve("gateway.log");
    }

    private Path home() {
        return Path.of(environment.home().orElse("."));
    }

    private Path base(String variable, String first, String second) {
        return environment
                .variable(variable)
                .map(Path::of)
                // The standard says that a relative path is to be ignored.
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(environment.variable("HOME").orElse("."), first, second))
                .resolve("patchbay");
    }
}
