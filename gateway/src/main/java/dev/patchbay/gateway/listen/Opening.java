package dev.patchbay.gateway.listen;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.HostedService;
import dev.patchbay.gateway.config.ListenerConfig;

/// A listener that is to be.
///
/// @param config   how it is configured
/// @param endpoint who serves it
public record Opening(ListenerConfig config, Endpoint endpoint) {

    /// Whether a listener's sockets will do.
    boolean fits(Slot slot) {
        ListenerConfig there = slot.config();
        return there.name().equals(config.name())
                && there.host().equals(config.host())
                && there.port() == config.port()
                && slot.problem().isEmpty()
                && kinds(endpoint).equals(kinds(slot.endpoint()));
    }

    /// What decides which sockets a listener has.
    private record Kinds(boolean stream, boolean datagrams, boolean broadcasts, boolean hosted) {}

    private static Kinds kinds(Endpoint endpoint) {
        return new Kinds(
                endpoint.isStream(),
                endpoint.service() instanceof DatagramService,
                endpoint.info().broadcasts(),
                endpoint.service() instanceof HostedService);
    }
}
