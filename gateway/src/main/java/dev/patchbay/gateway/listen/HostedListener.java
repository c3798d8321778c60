package dev.patchbay.gateway.listen;

import static java.util.Objects.requireNonNull;

import dev.patchbay.api.HostedService;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Starts and stops an endpoint that brings its own server.
public final class HostedListener implements Listener {

    private final Endpoint endpoint;
    private final InetSocketAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HostedListener(Endpoint endpoint, InetSocketAddress address) {
        this.endpoint = endpoint;
        this.address = address;
    }

    /// Lets the service start to listen.
    ///
    /// @param endpoint whose service is a [HostedService]
    /// @throws IOException if it cannot, also if the plugin failed
    static HostedListener open(InetSocketAddress address, Endpoint endpoint) throws IOException {
        AtomicReference<@Nullable InetSocketAddress> actual = new AtomicReference<>();
        AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        try {
            endpoint.call(() -> {
                try {
                    actual.set(((HostedService) endpoint.service()).start(address));
                } catch (IOException e) {
                    failure.set(e);
                }
            });
        } catch (PluginFault | ConnectionException e) {
            throw new IOException(e.getMessage(), e);
        }
        IOException refused = failure.get();
        if (refused != null) {
            throw refused;
        }
        InetSocketAddress listening = actual.get();
        if (listening == null) {
            throw new IOException("the plugin started its server without saying where");
        }
        return new HostedListener(endpoint, listening);
    }

    /// Lets other endpoints start servers in the places of those that are there. Two servers cannot have one address, so the one
    /// before is stopped first.
    ///
    /// @param next   which endpoint comes where; slots without a server of their own are left alone
    /// @param reopen makes another endpoint like the one that a slot has, since a service starts once
    /// @throws IOException if one cannot start; then others like those before have been started
    static void exchange(Map<Slot, Opening> next, Function<Slot, Optional<Endpoint>> reopen) throws IOException {
        List<Slot> done = new ArrayList<>();
        for (Slot slot : next.keySet()) {
            if (isHosted(slot)) {
                done.add(slot);
                try {
                    restart(slot, requireNonNull(next.get(slot)).endpoint());
                } catch (IOException e) {
                    done.forEach(stopped -> restore(stopped, reopen));
                    throw e;
                }
            }
        }
    }

    private static boolean isHosted(Slot slot) {
        return slot.listeners().stream().anyMatch(HostedListener.class::isInstance);
    }

    private static void restart(Slot slot, Endpoint endpoint) throws IOException {
        List<Listener> listeners = new ArrayList<>();
        for (Listener listener : slot.listeners()) {
            if (listener instanceof HostedListener hosted) {
                hosted.close();
                listeners.add(open(hosted.address, endpoint));
            } else {
                listeners.add(listener);
            }
        }
        slot.opened(listeners, Optional.empty());
    }

    private static void restore(Slot slot, Function<Slot, Optional<Endpoint>> reopen) {
        try {
            Endpoint endpoint = reopen.apply(slot).orElseThrow(() -> new IOException("its service did not open again"));
            slot.hand(slot.config(), endpoint);
            restart(slot, endpoint);
        } catch (IOException e) {
            slot.opened(List.of(), Optional.of("cannot listen there any more (" + e.getMessage() + "): restart the gateway"));
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            endpoint.visit("stop", ((HostedService) endpoint.service())::stop);
        }
    }
}
