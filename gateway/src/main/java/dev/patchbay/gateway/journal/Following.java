package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Follower;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.api.journal.Subscription;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Follows one journal on a thread of its own: reads what there is, then waits to be woken, then reads again. A wake-up only
/// says that it is worth looking, so one too many does no harm, and one too few is made good by the poll.
final class Following implements Subscription {

    private static final int BATCH = 256;

    private final PluginJournals scope;
    private final Journals journals;
    private final OwnedName journal;
    private final Follower follower;
    private final Thread thread;
    private long next;
    private volatile boolean closed;

    /// @param from the first offset wanted; 0 for the oldest there is
    Following(PluginJournals scope, Journals journals, OwnedName journal, long from, Follower follower) {
        this.scope = scope;
        this.journals = journals;
        this.journal = journal;
        this.follower = follower;
        thread = scope.thread(this::run);
        // From 0 means what there is now: what is long gone is no gap, what goes from now on is.
        next = from > 0 ? from : journals.store().expired(journal) + 1;
    }

    OwnedName journal() {
        return journal;
    }

    void start() {
        thread.start();
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }

    /// Reaches a follower that waits for something in the middle of a call.
    void interrupt() {
        thread.interrupt();
    }

    void awaitEnd(Duration time) {
        try {
            thread.join(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        journals.add(this);
        try {
            while (!closed) {
                if (!advance()) {
                    park(journals.poll().toNanos());
                }
            }
        } finally {
            scope.ended(this);
        }
    }

    /// Gives the follower what there is; false if there was nothing.
    private boolean advance() {
        try (Snapshot batch = journals.store().read(journal, next, BATCH)) {
            // Asked after the snapshot was taken, so whatever that lacks is known to be gone.
            tellGap(journals.store().expired(journal), batch);
            for (Entry entry : batch) {
                if (closed || (entry.damaged() && entry.offset() <= journals.store().expired(journal))) {
                    return true; // it went while this was reading: the next look finds the gap
                }
                follower.entry(entry);
                next = entry.offset() + 1;
            }
            return batch.count() > 0;
        } catch (Throwable fault) {
            pauseAfter(fault);
            return true;
        }
    }

    private void tellGap(long expired, Snapshot batch) {
        if (expired < next) {
            return;
        }
        long first = batch.count() > 0 ? batch.iterator().next().offset() : Long.MAX_VALUE;
        if (first > next) {
            long last = Math.min(expired, first - 1);
            follower.gap(next, last);
            next = last + 1;
        }
    }

    /// A whole pause, however many entries are appended meanwhile: what fails is tried again, but not at their pace.
    private void pauseAfter(Throwable fault) {
        if (closed) {
            return;
        }
        scope.fault(journal, fault);
        long end = System.nanoTime() + journals.pause().toNanos();
        for (long left = journals.pause().toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
            park(left);
        }
    }

    /// An interrupt that the follower has left behind would keep every park from being one; the end is known by `closed`.
    private void park(long nanos) {
        Thread.interrupted();
        LockSupport.parkNanos(this, nanos);
    }
}
