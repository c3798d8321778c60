package dev.patchbay.gateway.transport;

import java.io.IOException;

/// A connection that [Deadlines] look at, as long as it needs that.
abstract class Watched {

    private final Deadlines deadlines;
    private volatile boolean watched;

    Watched(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /// {@return whether it has a deadline, a backlog, or an end to come to}
    abstract boolean needsWatch();

    /// Ends what has lasted too long.
    ///
    /// @param now as [System#nanoTime]
    abstract void endIfLate(long now);

    /// {@return how many bytes wait to be sent because the peer is slow}
    abstract long backlog();

    /// Ends the connection because all backlogs together take too much memory, and this is one of the largest.
    abstract void endForMemory(long waiting);

    /// Ends the connection because of what the system said beside its handler.
    abstract void broken(IOException e);

    final void watchIfNeeded() {
        if (!watched && needsWatch()) {
            watched = true;
            deadlines.watch(this);
        }
    }

    /// Tells, by the thread of the deadlines, that it is not watched any more.
    final void unwatched() {
        watched = false;
        watchIfNeeded();
    }
}
