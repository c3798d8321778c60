package dev.patchbay.gateway.listen;

import dev.patchbay.api.InlineService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.gateway.text.Addresses;
import dev.patchbay.gateway.transport.EventLoop;
import dev.patchbay.gateway.transport.InlineTurns;
import dev.patchbay.gateway.transport.SocketTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection's way through the gateway: banner, service, end, and one log line.
final class Session {

    /// The session of this thread, so that the lobby can say where a connection went.
    static final ScopedValue<Session> CURRENT = ScopedValue.newInstance();

    private static final Logger LOG = System.getLogger("patchbay.connections");

    private final Slot slot;
    private final Endpoint endpoint;
    private final EventLoop loop;
    private final SocketTransport transport;
    private final Connection connection;
    private final Consumer<Session> left;
    private final long began = System.nanoTime();
    private volatile Optional<Endpoint> handedTo = Optional.empty();
    private volatile @Nullable Thread thread;
    private String route;

    /// What a handler does.
    @FunctionalInterface
    interface Work {
        void run() throws PluginFault;
    }

    /// @param endpoint who serves it, with a lease
    /// @param loop     runs it
    /// @param left     is told when it has ended
    Session(Slot slot, Endpoint endpoint, EventLoop loop, SocketTransport transport, Consumer<Session> left) {
        this.slot = slot;
        this.endpoint = endpoint;
        this.loop = loop;
        this.transport = transport;
        this.left = left;
        connection = new Connection(transport);
        route = slot.config().name();
    }

    /// Serves the connection from now on, without a thread where that can be.
    void begin() {
        if (endpoint.service() instanceof InlineService service) {
            InlineSession inline = new InlineSession(this, service, connection);
            Optional<InlineTurns> turns = transport.inline(loop, inline::turn);
            if (turns.isPresent()) {
                inline.begin(turns.get());
                return;
            }
        }
        start(() -> {
            announce();
            serve();
        });
    }

    /// Sends the banner, if there is one.
    void announce() {
        if (slot.config().announce()) {
            connection.frames().send(endpoint.info().banner());
        }
    }

    /// Serves the connection to its end, by the session's own thread.
    void serve() throws PluginFault {
        ScopedValue.where(CURRENT, this).call(() -> {
            endpoint.serve(connection);
            return true;
        });
    }

    /// Gives the session a thread, which ends with it.
    void start(Work work) {
        Thread handler = loop.unstarted("patchbay-" + endpoint.info().id(), () -> run(work));
        thread = handler;
        handler.start();
    }

    private void run(Work work) {
        try {
            work.run();
            end(Level.INFO, normalEnd());
        } catch (ConnectionException e) {
            end(Level.INFO, e.reason() == Reason.CLOSED_BY_PEER ? normalEnd() : String.valueOf(e.getMessage()));
        } catch (PluginFault e) {
            end(Level.WARNING, String.valueOf(e.getMessage()));
        } finally {
            abandon();
        }
    }

    /// Ends the session here and now, also where an error passes through that nobody should catch: the socket never outlives it.
    void abandon() {
        transport.closeNow("closed");
        left.accept(this);
    }

    /// A handler that returns does so because the peer has closed, because it was told that there is no more, or by itself.
    private String normalEnd() {
        return transport.closing().orElse(transport.endedByPeer() ? "closed by the peer" : "closed by the protocol");
    }

    private void end(Level level, String reason) {
        transport.finish();
        if (LOG.isLoggable(level)) {
            double seconds = (System.nanoTime() - began) / 1e9;
            LOG.log(level, String.format(Locale.ROOT, "%s %s: %.1f s, %d bytes in, %d out: %s",
                    route, address(), seconds, transport.bytesIn(), transport.bytesOut(), reason));
        }
    }

    private String address() {
        return Addresses.text(transport.peer());
    }

    /// {@return whose endpoint serves it}
    Slot slot() {
        return slot;
    }

    /// {@return who serves it, if not the lobby has handed it on}
    Endpoint endpoint() {
        return endpoint;
    }

    /// {@return the IP address of the peer}
    InetAddress peer() {
        return transport.peer().getAddress();
    }

    /// Notes that the lobby hands the connection to a protocol.
    void handedTo(Endpoint next) {
        handedTo = Optional.of(next);
        route = route + " > " + next.info().id();
    }

    /// {@return whether one of these serves it}
    boolean isWith(Collection<Endpoint> endpoints) {
        return endpoints.contains(endpoint) || handedTo.filter(endpoints::contains).isPresent();
    }

    /// {@return who it is, for a message}
    String name() {
        return route + " " + address();
    }

    void closeGently(String reason) {
        transport.closeGently(reason);
    }

    /// Ends it whatever it does: the socket first, which wakes whoever waits for it, then the thread.
    void closeNow(String reason) {
        transport.closeNow(reason);
        Thread handler = thread;
        if (handler != null) {
            handler.interrupt();
        }
    }
}
