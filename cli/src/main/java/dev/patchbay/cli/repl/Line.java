package dev.patchbay.cli.repl;

import dev.patchbay.api.wire.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The line to a server: one connection, or one after the other where the protocol wants that.
final class Line {

    private static final Duration MOMENT = Duration.ofMillis(250);

    /// Connects anew to the same server, as far as behind its banner.
    @FunctionalInterface
    interface Redial {
        Wire again() throws CommandFailure, InterruptedException;
    }

    private final Redial redial;
    private volatile Wire wire;
    /// Whether there is no connection on purpose, so that its end is no loss.
    private volatile boolean resting;
    private volatile Consumer<String> lost = _ -> {};
    private boolean inExchange;
    private Optional<String> untold = Optional.empty();

    Line(Wire wire, Redial redial) {
        this.wire = wire;
        this.redial = redial;
    }

    Wire wire() {
        return wire;
    }

    /// Begins to tell of the end of the connection, unless it was left for another one; may tell at once.
    void watch(Consumer<String> listener) {
        lost = listener;
        watch(wire);
    }

    private void watch(Wire watched) {
        var _ = watched.ended().thenAccept(reason -> ended(watched, reason));
    }

    private void ended(Wire ended, String reason) {
        synchronized (this) {
            if (ended != wire || resting) {
                return;
            }
            if (inExchange) {
                untold = Optional.of(reason);
                return;
            }
        }
        lost.accept(reason);
    }

    /// Begins an exchange with the server. In the course of it the server may end the connection in good order, for example behind all it had
    /// to say; then the session rests, or connects again.
    synchronized void begin() {
        inExchange = true;
    }

    /// Ends an exchange, and tells of a connection that ended meanwhile and is missed.
    void settle() {
        Optional<String> reason;
        synchronized (this) {
            inExchange = false;
            reason = resting ? Optional.empty() : untold;
            untold = Optional.empty();
        }
        reason.ifPresent(lost);
    }

    /// Sends what is in the buffer.
    void flush() {
        if (!resting) {
            wire.connection().flush();
        }
    }

    /// Closes the connection, which is no loss.
    void rest() {
        flush();
        resting = true;
        wire.close();
    }

    /// A server that ends its side has taken what was said; the original ones only do so when the next client comes.
    private void awaitEnd() throws InterruptedException {
        try {
            wire.ended().get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // It has had its moment.
        }
    }

    private synchronized void use(Wire next) {
        wire = next;
        untold = Optional.empty();
    }

    Connection again() throws IOException {
        resting = true;
        try {
            // First, since a server that serves one client after the other is not free for the next before.
            wire.close();
            awaitEnd();
            use(redial.again());
            watch(wire);
            return wire.connection();
        } catch (CommandFailure e) {
            // Told here: the old connection was left on purpose, and whoever called may be a task that nobody listens to.
            lost.accept(String.valueOf(e.getMessage()));
            throw new RedialException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedialException("interrupted while connecting again", e);
        } finally {
            resting = false;
        }
    }
}
