package dev.patchbay.gateway.listen;

import dev.patchbay.api.HostedService;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Starts and stops an endpoint that brings its own server.
public final class HostedListener implements Listener {

    private static final Logger LOG = System.getLogger("patchbay.listeners");

    private final String name;
    private final Endpoint endpoint;
    private final InetSocketAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HostedListener(String name, Endpoint endpoint, InetSocketAddress address) {
        this.name = name;
        this.endpoint = endpoint;
        this.address = address;
    }

    /// Lets the service start to listen.
    ///
    /// @param endpoint whose service is a [HostedService]
    /// @throws IOException if it cannot, also if the plugin failed
    public static HostedListener open(String name, InetSocketAddress address, Endpoint endpoint) throws IOException {
        AtomicReference<InetSocketAddress> actual = new AtomicReference<>(address);
        AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        try {
            endpoint.call(() -> {
                try {
                    actual.set(((HostedService) endpoint.service()).start(address));
                } catch (IOException e) {
                    failure.set(e);
                }
            });
        } catch (PluginFault e) {
            throw new IOException(e.getMessage(), e);
        }
        IOException refused = failure.get();
        if (refused != null) {
            throw refused;
        }
        return new HostedListener(name, endpoint, actual.get());
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                endpoint.call(((HostedService) endpoint.service())::stop);
            } catch (PluginFault | RuntimeException e) {
                LOG.log(Level.WARNING, name + ": " + e.getMessage());
            }
        }
    }
}
