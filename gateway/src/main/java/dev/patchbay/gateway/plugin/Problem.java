package dev.patchbay.gateway.plugin;

/// What is wrong with a plugin: the kind, and what happened. Strings only, so that it never keeps a plugin's class alive.
///
/// @param reason  the kind of problem, with a hint
/// @param message what happened, in one line; parts of it may come from the plugin, so it is not safe for a terminal as it is
public record Problem(Reason reason, String message) {

    /// Makes the message one line of bounded length.
    public Problem {
        String line = message.strip().replaceAll("\\s+", " ");
        message = line.length() <= 500 ? line : line.substring(0, 500) + "...";
    }

    @Override
    public String toString() {
        return message + "; " + reason.hint();
    }
}
