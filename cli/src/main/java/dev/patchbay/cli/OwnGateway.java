package dev.patchbay.cli;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Item;
import dev.patchbay.cli.repl.LocalGateway;
import dev.patchbay.gateway.ControlClient;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewayException;
import dev.patchbay.gateway.GatewaySettings;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The gateway of this machine: the one that runs on the data folder, else one in this process, started when it is first needed.
final class OwnGateway implements LocalGateway, AutoCloseable {

    private final GatewaySettings settings;
    private final OwnBridges bridges = new OwnBridges();
    private @Nullable Gateway started;
    private boolean closed;

    OwnGateway(GatewaySettings settings) {
        this.settings = settings;
    }

    /// {@return a client of it}
    private synchronized ControlClient client() throws IOException {
        Optional<ControlClient> running = ControlClient.find(settings.data());
        if (running.isPresent()) {
            return running.get();
        }
        if (closed) {
            throw new IllegalStateException("the gateway of this process is closed");
        }
        try {
            started = Gateway.start(settings);
        } catch (GatewayException e) {
            throw new IOException("no gateway runs on " + settings.data() + ", and none can be started here: " + e.getMessage(), e);
        }
        return ControlClient.find(settings.data())
                .orElseThrow(() -> new IOException("the gateway that was started here cannot be asked"));
    }

    /// {@return whether it runs in this process}
    synchronized boolean startedHere() {
        return started != null;
    }

    @Override
    public InetSocketAddress lobby() throws IOException {
        try {
            return client().lobby();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String ask(String request) throws IOException {
        return client().ask(request);
    }

    @Override
    public InetSocketAddress bridge(Protocol protocol, InetSocketAddress address) throws IOException {
        return bridges.lobby(protocol, address);
    }

    @Override
    public Closeable serve(Protocol protocol, InetSocketAddress address, Map<String, String> options, Consumer<Item> reports) throws IOException {
        return SmallGateway.start(protocol, address, false, options, reports)::close;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            bridges.close();
        } catch (IOException e) {
            // A few files stay in the temporary folder.
        }
        if (started != null) {
            started.close();
        }
    }
}
