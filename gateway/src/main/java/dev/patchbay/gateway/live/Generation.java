package dev.patchbay.gateway.live;

import dev.patchbay.api.Service;
import dev.patchbay.gateway.config.ListenerConfig;
import dev.patchbay.gateway.listen.Endpoint;
import dev.patchbay.gateway.listen.Opening;
import dev.patchbay.gateway.plugin.Errand;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.plugin.PluginProtocol;
import dev.patchbay.gateway.plugin.Reason;
import dev.patchbay.gateway.service.Contexts;
import dev.patchbay.gateway.service.HostContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// One generation of a plugin, with its open services. One thread opens, all may read.
final class Generation {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Plugin plugin;
    private final Contexts contexts;
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

    Generation(Plugin plugin, Contexts contexts) {
        this.plugin = plugin;
        this.contexts = contexts;
    }

    Plugin plugin() {
        return plugin;
    }

    /// {@return its open services, those that have been replaced too}
    Collection<Endpoint> endpoints() {
        return endpoints;
    }

    /// {@return how many connections and datagrams it serves now}
    int leases() {
        return endpoints.stream().mapToInt(Endpoint::leases).sum();
    }

    /// Opens a service for each of its listeners. One that does not open is left out, and its protocol is rejected.
    List<Opening> open(Collection<ListenerConfig> listeners) {
        List<Opening> openings = new ArrayList<>();
        for (ListenerConfig listener : listeners) {
            if (listener.enabled()) {
                open(listener).ifPresent(endpoint -> openings.add(new Opening(listener, endpoint)));
            }
        }
        return openings;
    }

    /// Opens a service for a listener, if it is one of a protocol of this plugin that is usable.
    Optional<Endpoint> open(ListenerConfig listener) {
        Optional<Endpoint> endpoint = plugin.protocols().stream()
                .filter(protocol -> protocol.info().id().equals(listener.protocol()) && protocol.problem().isEmpty())
                .findFirst()
                .flatMap(protocol -> open(protocol, listener));
        endpoint.ifPresent(endpoints::add);
        return endpoint;
    }

    private Optional<Endpoint> open(PluginProtocol protocol, ListenerConfig listener) {
        HostContext context = contexts.context(plugin, listener.options(), listener.ephemeral());
        Optional<Optional<Service>> service = Errand.run(
                "patchbay-open-" + protocol.info().id(),
                PATIENCE,
                () -> protocol.tryOpen(context),
                late -> late.ifPresent(open -> Endpoint.of(protocol, open).close()));
        if (service.isEmpty()) {
            protocol.reject(Reason.TOOK_TOO_LONG, protocol.info() + " has not opened within " + PATIENCE.toSeconds() + " s");
        }
        return service.flatMap(open -> open).map(open -> Endpoint.of(protocol, open));
    }

    /// Closes its services, and ends what it was given. Only when nobody is served any more, as far as that can be had, and once.
    void close() {
        endpoints.forEach(Endpoint::close);
        contexts.end(plugin);
    }

    /// {@return whether all that it was given has ended, after it was closed}
    boolean hasEnded() {
        return contexts.hasEnded(plugin);
    }
}
