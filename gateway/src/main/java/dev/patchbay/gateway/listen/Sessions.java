package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.config.Limits;
import dev.patchbay.gateway.config.ListenerConfig;
import dev.patchbay.gateway.text.Addresses;
import dev.patchbay.gateway.transport.BacklogBudget;
import dev.patchbay.gateway.transport.Deadlines;
import dev.patchbay.gateway.transport.SocketTransport;
import dev.patchbay.gateway.transport.TransportLimits;
import java.io.IOException;
import java.lang.System.Logger;
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

    private final Limits limits;
    private final Admission admission;
    private final Deadlines deadlines = Deadlines.start();
    private final Carriers carriers = Carriers.start();
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Complaints refusals = new Complaints(LOG);
    private final BacklogBudget backlogs;
    private volatile boolean closed;

    /// Creates it without connections.
    public Sessions(Limits limits) {
        this.limits = limits;
        admission = new Admission(limits);
        backlogs = new BacklogBudget(limits.backlogTotal(), deadlines);
    }

    /// Takes over a connection that was accepted, and returns at once.
    void begin(SocketChannel channel, ListenerConfig listener, Endpoint endpoint) throws IOException {
        InetSocketAddress peer = (InetSocketAddress) channel.getRemoteAddress();
        InetAddress address = peer.getAddress();
        Optional<String> refusal = admission.enter(address, listener, endpoint);
        if (refusal.isPresent()) {
            channel.close();
            refusals.warn(() -> listener.name() + " " + Addresses.text(peer) + ": refused, " + refusal.get());
            return;
        }
        try {
            SocketTransport transport = SocketTransport.accepted(channel, limits(listener, address), deadlines, backlogs);
            try {
                Thread.ofVirtual().name("patchbay-" + endpoint.info().id()).start(() -> run(transport, listener, endpoint, address));
            } catch (RuntimeException | Error e) {
                transport.closeNow("no thread could be started");
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            admission.leave(address, endpoint);
            throw e;
        }
    }

    private TransportLimits limits(ListenerConfig listener, InetAddress address) {
        return new TransportLimits(
                limits.messageTime(), listener.idleTime(), limits.backlog(), limits.bytesPerSecond(), limits.messagesPerSecond().of(address));
    }

    private void run(SocketTransport transport, ListenerConfig listener, Endpoint endpoint, InetAddress address) {
        Session session = new Session(listener.name(), transport, Thread.currentThread());
        sessions.add(session);
        try {
            if (closed) {
                session.closeGently("the gateway stops");
            }
            session.serve(endpoint, listener.announce());
        } finally {
            sessions.remove(session);
            admission.leave(address, endpoint);
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
        carriers.close();
        deadlines.close();
    }
}
