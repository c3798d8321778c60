package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whether and why a connection has ended: the first reason given stays.
final class Ending {

    private final AtomicReference<@Nullable ConnectionException> end = new AtomicReference<>();

    /// Ends it for this reason, unless it has ended already; returns the reason that counts.
    ConnectionException end(Reason reason, String message) {
        ConnectionException mine = new ConnectionException(reason, message);
        ConnectionException first = end.compareAndExchange(null, mine);
        return first == null ? mine : first;
    }

    /// Ends it because of what the system said.
    ConnectionException end(IOException e) {
        return e instanceof AsynchronousCloseException
                ? end(Reason.CLOSED_HERE, "closed here")
                : end(Reason.RESET, "the connection broke: " + e.getMessage());
    }

    boolean ended() {
        return end.get() != null;
    }

    /// Throws the reason if it has ended.
    void check() {
        ConnectionException reason = end.get();
        if (reason != null) {
            throw reason;
        }
    }
}
