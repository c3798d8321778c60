package dev.patchbay.cli.shell;

import java.util.Arrays;
import java.util.Optional;

/// What to tell the user when a plugin throws what it should not.
public final class Faults {

    private Faults() {}

    /// {@return what to tell of a fault}
    ///
    /// @param name of the protocol
    public static Problem of(String name, Throwable fault) {
        return new Problem("the plugin of " + name + " failed: " + fault, where(fault).map(at -> "at " + at).stream().toList());
    }

    /// {@return the first line of the plugin's own code, which is what its author wants to hear of}
    public static Optional<String> where(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .map(StackTraceElement::toString)
                .findFirst();
    }
}
