package dev.patchbay.gateway.transport;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// The memory that all backlogs may take together. When they take more, the connections with the largest are ended: they are
/// those who read least, whoever's message it was that did not fit. A message that waits for many counts for each of them.
public final class BacklogBudget {

    private final long limit;
    private final Deadlines deadlines;
    private final AtomicLong used = new AtomicLong();
    private final ReentrantLock enforcing = new ReentrantLock();

    private record Waiting(Watched connection, long bytes) {}

    /// @param limit     in bytes
    /// @param deadlines watches the connections that share it
    public BacklogBudget(long limit, Deadlines deadlines) {
        this.limit = limit;
        this.deadlines = deadlines;
    }

    /// Counts what waits from now on, or no longer if it is negative.
    void add(long bytes) {
        used.addAndGet(bytes);
    }

    long used() {
        return used.get();
    }

    /// Makes room if the limit is exceeded, and some more, so that it need not look at all connections for each message. To be
    /// called without a lock, by whoever has added.
    void enforce() {
        if (used.get() <= limit || !enforcing.tryLock()) {
            return;
        }
        try {
            List<Waiting> largestFirst = deadlines.watched()
                    .map(connection -> new Waiting(connection, connection.backlog()))
                    .filter(waiting -> waiting.bytes > 0)
                    .sorted(Comparator.comparingLong(Waiting::bytes).reversed())
                    .toList();
            for (Waiting waiting : largestFirst) {
                if (used.get() <= limit - limit / 8) {
                    return;
                }
                waiting.connection.endForMemory(waiting.bytes);
            }
        } finally {
            enforcing.unlock();
        }
    }
}
