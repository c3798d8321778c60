package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
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
        return end(e instanceof AsynchronousCloseException ? Reason.CLOSED_HERE : Reason.RESET, words(e));
    }

    /// {@return what the system said, in words}
    static String words(IOException e) {
        return switch (e) {
            // The JDK closes a channel when a thread that uses it is interrupted.
            case ClosedByInterruptException _ -> "interrupted in the middle of sending";
            case AsynchronousCloseException _ -> "closed here";
            default -> "the connection broke: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        };
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
