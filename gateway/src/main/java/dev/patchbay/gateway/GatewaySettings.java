package dev.patchbay.gateway;

import java.nio.file.Path;
import java.util.Optional;

/// Where a gateway finds and keeps its things.
///
/// @param data    the data folder; made if it is not there
/// @param plugins the plugin folder
/// @param config  the configuration file; without one everything has its default
/// @param host    the address to listen on, which overrides the configuration
/// @param strict  whether a listener that cannot open or a plugin that is rejected is fatal
public record GatewaySettings(Path data, Path plugins, Optional<Path> config, Optional<String> host, boolean strict) {

    /// {@return settings with defaults for everything but the two folders}
    public static GatewaySettings of(Path data, Path plugins) {
        return new GatewaySettings(data, plugins, Optional.empty(), Optional.empty(), false);
    }
}
