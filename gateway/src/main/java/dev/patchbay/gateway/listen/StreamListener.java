package dev.patchbay.gateway.listen;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Accepts connections for the endpoint of a slot.
public final class StreamListener implements Listener {

    private static final Logger LOG = System.getLogger("patchbay.listeners");
    private static final int QUEUE = 1024;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocketChannel channel;
    private final InetSocketAddress address;
    private final String name;
    private final Complaints complaints = new Complaints(LOG);

    private StreamListener(ServerSocketChannel channel, String name) throws IOException {
        this.channel = channel;
        this.name = name;
        address = (InetSocketAddress) channel.getLocalAddress();
    }

    /// Binds and begins to accept.
    ///
    /// @param slot     whose endpoint serves them
    /// @param address  where, since the configuration may leave the port to the system
    /// @param sessions takes over the connections
    /// @throws IOException if the address cannot be bound
    static StreamListener open(Slot slot, InetSocketAddress address, Sessions sessions) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, QUEUE);
            StreamListener listener = new StreamListener(channel, slot.config().name());
            Thread.ofVirtual().name("patchbay-accept-" + listener.name).start(() -> listener.accept(slot, sessions));
            return listener;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void accept(Slot slot, Sessions sessions) {
        while (channel.isOpen()) {
            try {
                begin(channel.accept(), slot, sessions);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                // Out of file descriptors or memory, for one: it gets better when somebody leaves, so wait instead of spinning.
                complaints.warn(() -> name + ": cannot accept: " + e.getMessage());
                pause();
            }
        }
    }

    private static void begin(SocketChannel peer, Slot slot, Sessions sessions) throws IOException {
        try {
            sessions.begin(peer, slot);
        } catch (IOException e) {
            // The peer has gone again; nobody else is concerned.
            peer.close();
        } catch (RuntimeException | Error e) {
            peer.close();
            throw e;
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
