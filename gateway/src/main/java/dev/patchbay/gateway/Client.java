package dev.patchbay.gateway;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.gateway.transport.Deadlines;
import dev.patchbay.gateway.transport.EventLoops;
import dev.patchbay.gateway.transport.SocketTransport;
import dev.patchbay.gateway.transport.TransportLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;

/// Connects to a server as a client.
public final class Client {

    private static final TransportLimits LIMITS = new TransportLimits(Duration.ofSeconds(30), Duration.ZERO, 1 << 20);

    private static final class Shared {
        static final EventLoops LOOPS = EventLoops.start();
        static final Deadlines DEADLINES = Deadlines.start();
    }

    private Client() {}

    /// Connects.
    ///
    /// The end of the connection is known at once, even while nobody reads. A thread that waits in a codec may be interrupted; it
    /// gets a [dev.patchbay.api.wire.ConnectionException] with the reason `INTERRUPTED`, and the connection is as it was.
    /// Closing sends what was flushed before, and does not wait.
    ///
    /// @param address where to connect to
    /// @param timeout how long to try
    /// @param ended   is told in a few words why the connection has ended, once, by another thread; also after a close
    /// @throws IOException if nobody answers there; its message is for people
    public static Connection connect(InetSocketAddress address, Duration timeout, Consumer<String> ended) throws IOException {
        return new Connection(transport(address, timeout, ended));
    }

    /// Connects as [#connect] does, for whoever has to see what the server says before a codec consumes it.
    ///
    /// @throws IOException as for [#connect]
    public static Transport transport(InetSocketAddress address, Duration timeout, Consumer<String> ended) throws IOException {
        if (address.isUnresolved()) {
            throw new UnknownHostException("nobody knows the name " + address.getHostString());
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(address, Math.toIntExact(timeout.toMillis()));
            return SocketTransport.connected(channel, Shared.LOOPS.next(), LIMITS, Shared.DEADLINES, ended);
        } catch (SocketTimeoutException e) {
            channel.close();
            throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
