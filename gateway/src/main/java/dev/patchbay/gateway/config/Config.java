package dev.patchbay.gateway.config;

import dev.patchbay.gateway.journal.Retention;
import java.util.List;

/// Everything an operator can set, complete and valid.
///
/// @param strict      whether a listener that cannot open or a plugin that is rejected is fatal
/// @param live        whether changes of the plugin folder take effect by themselves
/// @param limits      what peers are allowed
/// @param journals    what is kept of them
/// @param listeners   the listeners, sorted by name, those that are not enabled too
public record Config(boolean strict, boolean live, Limits limits, Retention journals, List<ListenerConfig> listeners) {

    public Config {
        listeners = List.copyOf(listeners);
    }

    /// {@return the same with all listeners on this address}
    public Config withHost(String host) {
        return new Config(
                strict, live, limits, journals, listeners.stream().map(listener -> listener.withHost(host)).toList());
    }
}
