package dev.patchbay.gateway.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Ends connections that wait past their deadline. One thread looks at all of them a few times a second, which costs less than
/// a timer for each wait, and is exact enough for limits of seconds.
public final class Deadlines implements AutoCloseable {

    private static final Logger LOG = System.getLogger("patchbay.connections");

    static final long NONE = Long.MAX_VALUE;

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final Set<SocketTransport> watched = ConcurrentHashMap.newKeySet();
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

    void watch(SocketTransport transport) {
        watched.add(transport);
    }

    void forget(SocketTransport transport) {
        watched.remove(transport);
    }

    /// The connections that have not ended.
    Stream<SocketTransport> watched() {
        return watched.stream();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                long now = System.nanoTime();
                watched.forEach(transport -> endIfLate(transport, now));
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /// Whatever goes wrong with one, or with all of them for lack of memory: the thread goes on.
    private static void endIfLate(SocketTransport transport, long now) {
        try {
            transport.endIfLate(now);
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
