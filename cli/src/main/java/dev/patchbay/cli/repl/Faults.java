package dev.patchbay.cli.repl;

import dev.patchbay.cli.shell.Problem;
import java.util.Arrays;
import java.util.Optional;

/// What to tell the user when a plugin throws what it should not.
final class Faults {

    private Faults() {}

    static Problem of(String name, Throwable fault) {
        // The first line of the plugin's own code is what its author wants to hear of.
        Optional<String> where = Arrays.stream(fault.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .map(StackTraceElement::toString)
                .findFirst();
        return new Problem("the plugin of " + name + " failed: " + fault, where.map(at -> "at " + at).stream().toList());
    }
}
