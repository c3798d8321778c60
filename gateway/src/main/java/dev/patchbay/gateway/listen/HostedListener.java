package dev.patchbay.gateway.listen;

import static java.util.Objects.requireNonNull;

import dev.patchbay.api.HostedService;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.gateway.plugin.Errand;
import dev.patchbay.gateway.plugin.Faults;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Starts and stops an endpoint that brings its own server.
public final class HostedListener implements Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// How a start ended: without an exception of the plugin's, which would keep its classes.
    private record Start(Optional<InetSocketAddress> address, Optional<IOException> failure) {

        static Start failed(IOException failure) {
            return new Start(Optional.empty(), Optional.of(failure));
        }
    }

    private final Endpoint endpoint;
    private final InetSocketAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HostedListener(Endpoint endpoint, InetSocketAddress address) {
        this.endpoint = endpoint;
        this.address = address;
    }

    /// Lets the service start to listen, in a thread of its own.
    ///
    /// @param endpoint whose service is a [HostedService]
    /// @throws IOException if it cannot, also if the plugin failed or does not return
    static HostedListener open(InetSocketAddress address, Endpoint endpoint) throws IOException {
        HostedService service = (HostedService) endpoint.service();
        Optional<Start> start = Errand.run(
                "patchbay-start-" + endpoint.info().id(),
                PATIENCE,
                () -> start(service, address, endpoint),
                late -> late.address.ifPresent(_ -> endpoint.visit("stop", service::stop)));
        if (start.isEmpty()) {
            throw new IOException("its server has not started within " + PATIENCE.toSeconds() + " s");
        }
        if (start.get().failure.isPresent()) {
            throw start.get().failure.get();
        }
        InetSocketAddress listening = start.get().address.orElseThrow(() -> new IOException("the plugin started its server without saying where"));
        return new HostedListener(endpoint, listening);
    }

    private static Start start(HostedService service, InetSocketAddress address, Endpoint endpoint) {
        AtomicReference<Start> start = new AtomicReference<>(new Start(Optional.empty(), Optional.empty()));
        try {
            endpoint.call(() -> {
                try {
                    start.set(new Start(Optional.ofNullable(service.start(address)), Optional.empty()));
                } catch (BindException e) {
                    start.set(Start.failed(new BindException(e.getMessage())));
                } catch (IOException e) {
                    start.set(Start.failed(new IOException(Faults.describe(e))));
                }
            });
        } catch (PluginFault | ConnectionException e) {
            return Start.failed(new IOException(e.getMessage()));
        }
        return start.get();
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
