package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.transport.TransportLimits;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Accepts connections for an endpoint.
public final class StreamListener implements Listener {

    private static final Logger LOG = System.getLogger("patchbay.listeners");
    private static final int QUEUE = 1024;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocketChannel channel;
    private final InetSocketAddress address;
    private final String name;
    private final OncePerSecond complaints = new OncePerSecond();

    private StreamListener(ServerSocketChannel channel, String name) throws IOException {
        this.channel = channel;
        this.name = name;
        address = (InetSocketAddress) channel.getLocalAddress();
    }

    /// Binds and begins to accept.
    ///
    /// @param announce whether connections begin with the protocol's banner
    /// @throws IOException if the address cannot be bound
    public static StreamListener open(
            String name, InetSocketAddress address, Endpoint endpoint, boolean announce, TransportLimits limits, Sessions sessions)
            throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, QUEUE);
            StreamListener listener = new StreamListener(channel, name);
            Thread.ofVirtual().name("patchbay-accept-" + name).start(() -> listener.accept(endpoint, announce, limits, sessions));
            return listener;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void accept(Endpoint endpoint, boolean announce, TransportLimits limits, Sessions sessions) {
        while (channel.isOpen()) {
            try {
                begin(channel.accept(), endpoint, announce, limits, sessions);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                // Out of file descriptors, for one: it gets better when somebody leaves, so wait instead of spinning.
                complaints.run(skipped -> LOG.log(Level.WARNING, name + ": cannot accept: " + e.getMessage()));
                pause();
            }
        }
    }

    private void begin(SocketChannel peer, Endpoint endpoint, boolean announce, TransportLimits limits, Sessions sessions) throws IOException {
        try {
            sessions.begin(peer, name, endpoint, announce, limits);
        } catch (IOException e) {
            // The peer has gone again; nobody else is concerned.
            peer.close();
        }
    }

    /// A moment for what is wrong with a socket to get better.
    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, name + ": " + e.getMessage());
        }
    }
}
