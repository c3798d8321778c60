package dev.patchbay.gateway;

import java.util.List;

/// Says why a gateway did not start: one or more problems, each a line that says what to do.
public final class GatewayException extends Exception {

    private final List<String> problems;

    /// Creates an exception for these problems, at least one.
    public GatewayException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /// {@return the problems, a line each}
    public List<String> problems() {
        return problems;
    }
}
