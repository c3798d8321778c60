package dev.patchbay.gateway.listen;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Does something at most once a second, however often it is asked, and says how often it was asked in vain before. For log
/// lines that a hostile peer could otherwise cause without end.
final class OncePerSecond {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong skipped = new AtomicLong();

    void run(LongConsumer action) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + SECOND)) {
            action.accept(skipped.getAndSet(0));
        } else {
            skipped.incrementAndGet();
        }
    }
}
