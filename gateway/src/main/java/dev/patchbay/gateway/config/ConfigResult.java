package dev.patchbay.gateway.config;

import java.util.List;

/// What became of reading a configuration.
public sealed interface ConfigResult {

    /// It can be used.
    ///
    /// @param config   the configuration
    /// @param warnings what could not be used, a line each: listeners of protocols that no plugin offers, which may be the
    ///                 fault of one broken jar and must not stop the rest
    record Valid(Config config, List<String> warnings) implements ConfigResult {}

    /// It cannot be used.
    ///
    /// @param problems all of them, a line each, in the order of the file
    record Invalid(List<String> problems) implements ConfigResult {}
}
