package dev.patchbay.gateway.plugin;

import java.util.List;

/// A candidate of which nothing can be used.
///
/// @param label what is known of the jar
/// @param flaws why, at least one
public record Rejection(Label label, List<Flaw> flaws) implements PluginEntry, Finding {

    public Rejection {
        flaws = List.copyOf(flaws);
    }

    static Rejection of(Label label, Problem problem) {
        return new Rejection(label, List.of(Flaw.of(problem)));
    }

    boolean isFor(Reason reason) {
        return flaws.stream().anyMatch(flaw -> flaw.problem().reason() == reason);
    }
}
