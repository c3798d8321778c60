package dev.patchbay.gateway.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Ends connections that wait past their deadline. One thread looks at all that have one, a few times a second, which costs less than
/// a timer for each wait, and is exact enough for limits of seconds.
public final class Deadlines implements AutoCloseable {

    private static final Logger LOG = System.getLogger("patchbay.connections");

    static final long NONE = Long.MAX_VALUE;

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("patchbay-deadlines").unstarted(this::run);

    private Deadlines() {}

    /// {@return a new one, whose thread runs}
    public static Deadlines start() {
        Deadlines deadlines = new Deadlines();
        deadlines.thread.start();
        return deadlines;
    }

    /// {@return the deadline of a wait that begins now; none for a time of zero}
    static long in(Duration time) {
        return time.isZero() ? NONE : System.nanoTime() + time.toNanos();
    }

    /// Looks at a connection from now on, as long as it needs that.
    void watch(Watched connection) {
        watched.add(connection);
    }

    /// The connections that are looked at.
    Stream<Watched> watched() {
        return watched.stream();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                long now = System.nanoTime();
                watched.forEach(connection -> look(connection, now));
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /// Whatever goes wrong with one, or with all of them for lack of memory: the thread goes on.
    private void look(Watched connection, long now) {
        try {
            connection.endIfLate(now);
            if (!connection.needsWatch()) {
                // In this order: one that gets a deadline meanwhile is watched again.
                watched.remove(connection);
                connection.unwatched();
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a connection's deadlines cannot be looked at: " + e);
        }
    }

    /// Stops the thread; connections go on without limits of time.
    @Override
    public void close() {
        thread.interrupt();
    }
}
