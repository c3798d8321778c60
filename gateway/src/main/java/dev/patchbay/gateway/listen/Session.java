package dev.patchbay.gateway.listen;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.gateway.text.Addresses;
import dev.patchbay.gateway.transport.SocketTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// A connection's way through the gateway: banner, service, end, and one log line.
final class Session {

    /// The session of this thread, so that the lobby can say where a connection went.
    static final ScopedValue<Session> CURRENT = ScopedValue.newInstance();

    private static final Logger LOG = System.getLogger("patchbay.connections");

    private final SocketTransport transport;
    private final Thread thread;
    private final long began = System.nanoTime();
    private final Endpoint endpoint;
    private volatile Optional<Endpoint> handedTo = Optional.empty();
    private String route;

    /// @param endpoint who serves it, with a lease
    /// @param thread   the thread that will call [#serve]
    Session(String listener, Endpoint endpoint, SocketTransport transport, Thread thread) {
        route = listener;
        this.endpoint = endpoint;
        this.transport = transport;
        this.thread = thread;
    }

    /// Serves the connection to its end, in the session's own thread.
    void serve(boolean announce) {
        Connection connection = new Connection(transport);
        try {
            if (announce) {
                connection.frames().send(endpoint.info().banner());
            }
            ScopedValue.where(CURRENT, this).call(() -> {
                endpoint.serve(connection);
                return true;
            });
            end(Level.INFO, normalEnd());
        } catch (ConnectionException e) {
            end(Level.INFO, e.reason() == Reason.CLOSED_BY_PEER ? normalEnd() : String.valueOf(e.getMessage()));
        } catch (PluginFault e) {
            end(Level.WARNING, String.valueOf(e.getMessage()));
        } finally {
            // Also where an error passes through that nobody should catch: the socket never outlives its session.
            transport.closeNow("closed");
        }
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
        thread.interrupt();
    }
}
