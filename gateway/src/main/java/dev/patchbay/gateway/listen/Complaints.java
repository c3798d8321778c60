package dev.patchbay.gateway.listen;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Warnings that a hostile peer could cause without end: at most one a second is logged, and says how many before it were not.
final class Complaints {

    private static final long SECOND = 1_000_000_000L;

    private final Logger log;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong skipped = new AtomicLong();

    Complaints(Logger log) {
        this.log = log;
    }

    /// @param message made only if it is logged
    void warn(Supplier<String> message) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + SECOND)) {
            long before = skipped.getAndSet(0);
            log.log(Level.WARNING, message.get() + (before > 0 ? " (and " + before + " before)" : ""));
        } else {
            skipped.incrementAndGet();
        }
    }
}
