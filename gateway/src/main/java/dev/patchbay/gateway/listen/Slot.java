package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.config.ListenerConfig;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// One configured listener and what became of it. It has an endpoint even if it cannot listen: then the lobby still opens it. The
/// endpoint may be replaced while it listens; its sockets and its counts stay. Safe for all threads; one of them changes it.
public final class Slot {

    /// Both change together.
    private record Post(ListenerConfig config, Endpoint endpoint) {}

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong served = new AtomicLong();
    private volatile Post post;
    private volatile List<Listener> listeners = List.of();
    private volatile Optional<String> problem = Optional.empty();

    Slot(ListenerConfig config, Endpoint endpoint) {
        post = new Post(config, endpoint);
    }

    /// {@return what it is configured to be}
    public ListenerConfig config() {
        return post.config;
    }

    /// {@return who serves those who come now}
    public Endpoint endpoint() {
        return post.endpoint;
    }

    /// {@return what it listens with: one for each kind of service that the protocol is}
    public List<Listener> listeners() {
        return listeners;
    }

    /// {@return why it does not listen and which key to set, if so}
    public Optional<String> problem() {
        return problem;
    }

    /// {@return how many connections it serves now, by whichever endpoint}
    public int connections() {
        return connections.get();
    }

    /// {@return how many connections it has begun to serve}
    public long served() {
        return served.get();
    }

    /// {@return where it listens, or would listen}
    public InetSocketAddress address() {
        return listeners.isEmpty() ? new InetSocketAddress(config().host(), Math.max(0, config().port())) : listeners.getFirst().address();
    }

    /// {@return `open`, `closed` because of a problem, or `lobby` if only the lobby leads to it}
    public String state() {
        return problem.isPresent() ? "closed" : listeners.isEmpty() ? "lobby" : "open";
    }

    /// {@return the port it listens on; 0 if it does not}
    int port() {
        return listeners.isEmpty() ? 0 : address().getPort();
    }

    void opened(List<Listener> open, Optional<String> trouble) {
        listeners = List.copyOf(open);
        problem = trouble;
    }

    /// Lets the next ones be served by another endpoint, under another configuration.
    void hand(ListenerConfig config, Endpoint next) {
        post = new Post(config, next);
    }

    /// Makes room for one connection more, and takes a lease of the endpoint for it; to be followed by [#leave].
    ///
    /// @return the endpoint, or nothing if as many are served as may be, or nobody is any more
    Optional<Endpoint> enter() {
        if (connections.incrementAndGet() <= config().connections()) {
            Optional<Endpoint> endpoint = lease();
            if (endpoint.isPresent()) {
                served.incrementAndGet();
                return endpoint;
            }
        }
        connections.decrementAndGet();
        return Optional.empty();
    }

    /// {@return whether as many connections are served as may be}
    boolean isFull() {
        return connections.get() >= config().connections();
    }

    /// Takes back the room and the lease of a connection that has ended.
    void leave(Endpoint endpoint) {
        endpoint.release();
        connections.decrementAndGet();
    }

    /// Takes a lease of the endpoint. If it is being replaced at this moment, the lease is one of the next.
    ///
    /// @return nothing if there is no next one
    Optional<Endpoint> lease() {
        Endpoint endpoint = endpoint();
        while (!endpoint.acquire()) {
            Endpoint now = endpoint();
            if (now.equals(endpoint)) {
                return Optional.empty();
            }
            endpoint = now;
        }
        return Optional.of(endpoint);
    }
}
