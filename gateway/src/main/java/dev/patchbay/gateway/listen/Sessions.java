package dev.patchbay.gateway.listen;

import dev.patchbay.api.InlineService;
import dev.patchbay.gateway.config.Limits;
import dev.patchbay.gateway.config.ListenerConfig;
import dev.patchbay.gateway.text.Addresses;
import dev.patchbay.gateway.transport.BacklogBudget;
import dev.patchbay.gateway.transport.Deadlines;
import dev.patchbay.gateway.transport.EventLoop;
import dev.patchbay.gateway.transport.EventLoops;
import dev.patchbay.gateway.transport.SocketTransport;
import dev.patchbay.gateway.transport.TransportLimits;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// All connections of a gateway: lets them in within the limits, gives each a thread, and ends them.
public final class Sessions implements AutoCloseable {

    private static final Logger LOG = System.getLogger("patchbay.connections");

    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

    private final Limits limits;
    private final Admission admission;
    private final EventLoops loops = EventLoops.start();
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
    void begin(SocketChannel channel, Slot slot) throws IOException {
        InetSocketAddress peer = (InetSocketAddress) channel.getRemoteAddress();
        InetAddress address = peer.getAddress();
        Optional<String> refusal = admission.enter(address);
        if (refusal.isPresent()) {
            refuse(channel, slot, refusal.get());
            return;
        }
        Optional<Endpoint> endpoint = slot.enter();
        if (endpoint.isEmpty()) {
            admission.leave(address);
            if (slot.isFull()) {
                refuse(channel, slot, "the listener has " + slot.connections() + " connections, the most that its key 'connections' allows");
            } else {
                // It came while its protocol went, and is told by the end of the connection.
                channel.close();
            }
            return;
        }
        try {
            EventLoop loop = loops.next();
            begin(slot, endpoint.get(), loop, SocketTransport.accepted(channel, loop, limits(slot.config(), address), deadlines, backlogs));
        } catch (IOException | RuntimeException | Error e) {
            leave(address, slot, endpoint.get());
            throw e;
        }
    }

    private void refuse(SocketChannel channel, Slot slot, String why) throws IOException {
        String peer = Addresses.text((InetSocketAddress) channel.getRemoteAddress());
        channel.close();
        refusals.warn(() -> slot.config().name() + " " + peer + ": refused, " + why);
    }

    private void begin(Slot slot, Endpoint endpoint, EventLoop loop, SocketTransport transport) {
        Session session = new Session(slot, endpoint, loop, transport, this::left);
        sessions.add(session);
        if (closed) {
            session.closeGently("the gateway stops");
        }
        try {
            session.begin();
        } catch (RuntimeException | Error e) {
            sessions.remove(session);
            transport.closeNow("no thread could be started");
            throw e;
        }
    }

    private void left(Session session) {
        if (sessions.remove(session)) {
            leave(session.peer(), session.slot(), session.endpoint());
        }
    }

    private void leave(InetAddress address, Slot slot, Endpoint endpoint) {
        slot.leave(endpoint);
        admission.leave(address);
    }

    private TransportLimits limits(ListenerConfig listener, InetAddress address) {
        return new TransportLimits(
                limits.messageTime(), listener.idleTime(), limits.backlog(), limits.bytesPerSecond(), limits.messagesPerSecond().of(address));
    }

    /// {@return what moves the bytes, for a person}
    public String transport() {
        return loops.describe();
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
            await(LAST_PATIENCE);
        }
    }

    /// Ends the connections of endpoints that are retired: those that wait for their peer at once, others when they have done what
    /// they are doing, and what is left after the time without regard.
    ///
    /// @param why  what the log says
    public void drain(Collection<Endpoint> endpoints, Duration time, String why) throws InterruptedException {
        CompletableFuture<Void> idle = CompletableFuture.allOf(endpoints.stream().map(Endpoint::idle).toArray(CompletableFuture<?>[]::new));
        long end = System.nanoTime() + time.toNanos();
        boolean ended = false;
        while (!ended && System.nanoTime() - end < 0) {
            // Again and again, because one that was accepted a moment ago may not be among the sessions yet.
            sessionsOf(endpoints).forEach(session -> session.closeGently(why));
            ended = await(idle, Duration.ofMillis(100));
        }
        if (!ended) {
            sessionsOf(endpoints).forEach(session -> session.closeNow(why));
            await(idle, LAST_PATIENCE);
        }
    }

    /// Lets go what endpoints that are over may have left in the locals of the threads that they shared with others.
    public void forget(Collection<Endpoint> endpoints) {
        if (endpoints.stream().anyMatch(endpoint -> endpoint.service() instanceof InlineService)) {
            loops.renew();
        }
    }

    /// {@return the connections that endpoints serve, each with its listener and peer}
    public List<String> names(Collection<Endpoint> endpoints) {
        return sessionsOf(endpoints).map(Session::name).toList();
    }

    private Stream<Session> sessionsOf(Collection<Endpoint> endpoints) {
        return sessions.stream().filter(session -> session.isWith(endpoints));
    }

    private static boolean await(CompletableFuture<Void> idle, Duration time) throws InterruptedException {
        try {
            idle.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError("nobody fails it", e);
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
        loops.close();
    }
}
