package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.config.ListenerConfig;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/// One configured listener and what became of it. It has an endpoint even if it cannot listen: then the lobby still opens it.
///
/// @param listeners what it listens with: one for each kind of service that the protocol is
/// @param problem   why it does not listen and which key to set, if so
public record Slot(ListenerConfig config, Endpoint endpoint, List<Listener> listeners, Optional<String> problem) {

    /// {@return where it listens, or would listen}
    public InetSocketAddress address() {
        return listeners.isEmpty() ? new InetSocketAddress(config.host(), Math.max(0, config.port())) : listeners.getFirst().address();
    }

    /// {@return `open`, `closed` because of a problem, or `lobby` if only the lobby leads to it}
    public String state() {
        return problem.isPresent() ? "closed" : listeners.isEmpty() ? "lobby" : "open";
    }

    /// {@return the port it listens on; 0 if it does not}
    int port() {
        return listeners.isEmpty() ? 0 : address().getPort();
    }
}
