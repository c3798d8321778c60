package dev.patchbay.gateway.listen;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.gateway.transport.SocketTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/// A connection's way through the gateway: banner, service, end, and one log line.
final class Session {

    /// The session of this thread, so that the lobby can say where a connection went.
    static final ScopedValue<Session> CURRENT = ScopedValue.newInstance();

    private static final Logger LOG = System.getLogger("patchbay.connections");

    private final SocketTransport transport;
    private final Thread thread;
    private final long began = System.nanoTime();
    private String route;

    /// @param thread the thread that will call [#serve]
    Session(String listener, SocketTransport transport, Thread thread) {
        route = listener;
        this.transport = transport;
        this.thread = thread;
    }

    /// Serves the connection to its end, in the session's own thread.
    void serve(Endpoint endpoint, boolean announce) {
        Level level = Level.INFO;
        String end = "closed by the protocol";
        try {
            Connection connection = new Connection(transport);
            if (announce) {
                connection.frames().send(endpoint.info().banner());
            }
            ScopedValue.where(CURRENT, this).call(() -> {
                endpoint.serve(connection);
                return true;
            });
        } catch (ConnectionException e) {
            end = String.valueOf(e.getMessage());
        } catch (PluginFault e) {
            level = Level.WARNING;
            end = String.valueOf(e.getMessage());
            LOG.log(Level.DEBUG, e::trace);
        } finally {
            transport.finish();
            log(level, reason(end));
        }
    }

    private String reason(String end) {
        String forHandler = transport.endedByPeer() && end.equals("closed by the protocol") ? "closed by the peer" : end;
        return transport.closing().orElse(forHandler);
    }

    private void log(Level level, String end) {
        if (LOG.isLoggable(level)) {
            double seconds = (System.nanoTime() - began) / 1e9;
            LOG.log(level, String.format(Locale.ROOT, "%s %s: %s after %.1f s, %d bytes in, %d out",
                    route, address(), end, seconds, transport.bytesIn(), transport.bytesOut()));
        }
    }

    private String address() {
        return Addresses.text(transport.peer());
    }

    /// Notes that the lobby hands the connection to a protocol.
    void handedTo(String protocol) {
        route = route + " > " + protocol;
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
