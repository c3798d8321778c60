package dev.patchbay.gateway;

import dev.patchbay.gateway.listen.Slot;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A running gateway: the plugins of a folder, served.
///
/// ```java
/// try (Gateway gateway = Gateway.start(GatewaySettings.of(data, plugins))) {
///     gateway.listeners().forEach(System.out::println);
///     ...
/// }
/// ```
///
/// Safe for all threads.
public final class Gateway implements AutoCloseable {

    private final Parts parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Gateway(Parts parts) {
        this.parts = parts;
    }

    /// Starts a gateway, and returns when it serves. A plugin that is broken and a port that is in use stop nothing else: they
    /// are rows of the tables.
    ///
    /// @throws GatewayException if it cannot start at all: the configuration has mistakes, the data folder cannot be used or is in
    ///                          use, or something failed and the settings are strict
    public static Gateway start(GatewaySettings settings) throws GatewayException {
        return start(settings, Embedding.NONE);
    }

    /// Starts a gateway inside a program that brings something along.
    ///
    /// @throws GatewayException as for [#start(GatewaySettings)]
    public static Gateway start(GatewaySettings settings, Embedding embedding) throws GatewayException {
        return new Gateway(new Parts(settings, embedding));
    }

    /// Checks the configuration against the plugins, as a start does, and starts nothing. A gateway that runs is not disturbed.
    ///
    /// @return what could not be used as configured, a line each
    /// @throws GatewayException if a start would be refused because of the configuration
    public static List<String> check(GatewaySettings settings) throws GatewayException {
        return Parts.check(settings);
    }

    /// {@return a row for each listener: the lobby first, then by port and name}
    public List<ListenerRow> listeners() {
        return parts.listeners().slots().stream().map(Gateway::row).toList();
    }

    static ListenerRow row(Slot slot) {
        var info = slot.endpoint().info();
        return new ListenerRow(
                slot.config().name(),
                info.id(),
                info.version(),
                info.banner(),
                slot.address(),
                slot.problem(),
                slot.connections(),
                slot.served());
    }

    /// {@return a row for each plugin, each jar that was rejected and each version that is not served any more and not gone yet, by
    /// the names of the jars}
    public List<PluginRow> plugins() {
        return parts.table().rows();
    }

    /// Brings what is served in step with the plugin folder as it is at this moment, and returns when that is done. A gateway that
    /// is `live`, as it is by default, does so by itself a second or two after a change.
    public void reload() {
        parts.deployment().reload();
    }

    /// {@return what could not be used as configured, a line each}
    public List<String> warnings() {
        return parts.warnings();
    }

    /// Stops: lets nobody in any more, lets connections end what they are doing for a limited time, then closes everything. Waits
    /// for that. Calling it again does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            parts.close();
        }
    }
}
