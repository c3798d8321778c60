package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.config.Limits;
import dev.patchbay.gateway.text.Addresses;
import dev.patchbay.gateway.transport.Deadlines;
import dev.patchbay.gateway.transport.SocketTransport;
import dev.patchbay.gateway.transport.TransportLimits;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All connections of a gateway: lets them in within the limits, gives each a thread, and ends them.
public final class Sessions implements AutoCloseable {

    private static final Logger LOG = System.getLogger("patchbay.connections");

    private final Admission admission;
    private final Deadlines deadlines = Deadlines.start();
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final OncePerSecond refusals = new OncePerSecond();
    private volatile boolean closed;

    /// Creates it without connections.
    public Sessions(Limits limits) {
        admission = new Admission(limits);
    }

    /// Takes over a connection that was accepted, and returns at once.
    void begin(SocketChannel channel, String listener, Endpoint endpoint, boolean announce, TransportLimits limits) throws IOException {
        InetSocketAddress peer = (InetSocketAddress) channel.getRemoteAddress();
        Optional<String> refusal = admission.enter(peer.getAddress());
        if (refusal.isPresent()) {
            channel.close();
            refusals.run(skipped -> LOG.log(Level.WARNING,
                    listener + " " + Addresses.text(peer) + ": refused, " + refusal.get() + (skipped > 0 ? " (and " + skipped + " before)" : "")));
            return;
        }
        try {
            SocketTransport transport = SocketTransport.accepted(channel, limits, deadlines);
            Thread.ofVirtual().name("patchbay-" + endpoint.info().id()).start(() -> run(transport, listener, endpoint, announce, peer.getAddress()));
        } catch (IOException | RuntimeException | Error e) {
            admission.leave(peer.getAddress());
            throw e;
        }
    }

    private void run(SocketTransport transport, String listener, Endpoint endpoint, boolean announce, InetAddress address) {
        Session session = new Session(listener, transport, Thread.currentThread());
        sessions.add(session);
        try {
            if (closed) {
                session.closeGently("the gateway stops");
            }
            session.serve(endpoint, announce);
        } finally {
            sessions.remove(session);
            admission.leave(address);
        }
    }

    /// {@return how many connections there are}
    public int count() {
        return admission.total();
    }

    /// Ends all connections: those that wait for their peer at once, others when they have done what they are doing, and what
    /// is left after the time without regard.
    public void drain(Duration time) throws InterruptedException {
        closed = true;
        sessions.forEach(session -> session.closeGently("the gateway stops"));
        if (!await(time)) {
            sessions.forEach(session -> session.closeNow("the gateway stopped"));
            await(Duration.ofSeconds(2));
        }
    }

    private boolean await(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (admission.total() > 0) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    /// Ends what is left without regard.
    @Override
    public void close() {
        closed = true;
        sessions.forEach(session -> session.closeNow("the gateway stopped"));
        deadlines.close();
    }
}
