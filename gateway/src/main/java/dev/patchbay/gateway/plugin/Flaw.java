package dev.patchbay.gateway.plugin;

/// A part of a plugin that is not used: all of it, a provider, or a protocol.
///
/// @param protocol the id of the protocol, or empty where the plugin did not get as far
/// @param problem  what is wrong with it
public record Flaw(String protocol, Problem problem) {

    static Flaw of(Problem problem) {
        return new Flaw("", problem);
    }
}
