package dev.patchbay.gateway.listen;

import dev.patchbay.api.HostedService;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
    public static HostedListener open(InetSocketAddress address, Endpoint endpoint) throws IOException {
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

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            endpoint.end("stop", ((HostedService) endpoint.service())::stop);
        }
    }
}
