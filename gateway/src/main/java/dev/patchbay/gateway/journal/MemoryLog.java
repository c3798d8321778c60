package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// One journal in memory. Writers take turns under a lock; readers never wait: they see the range of offsets as it was
/// published last, and what has expired since as placeholders. Offsets have no gaps here, so a range is also a count.
final class MemoryLog {

    private record Kept(Entry entry, @Nullable String id) {}

    /// The offsets there are, both inclusive; none if `last` is below `first`.
    private record Range(long first, long last) {}

    private final int keep;
    private final Clock clock;
    private final MemoryBudget budget;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, Long> offsetsById = new HashMap<>();
    private final Map<Long, Kept> entries = new ConcurrentHashMap<>();
    private volatile Range range = new Range(1, 0);

    MemoryLog(int keep, Clock clock, MemoryBudget budget) {
        this.keep = keep;
        this.clock = clock;
        this.budget = budget;
    }

    long append(@Nullable String id, byte[] payload) {
        writing.lock();
        try {
            Long existing = id == null ? null : offsetsById.get(id);
            return existing != null ? existing : add(id, payload.clone());
        } finally {
            writing.unlock();
        }
    }

    private long add(@Nullable String id, byte[] payload) {
        makeRoom(payload.length);
        long offset = range.last + 1;
        if (id != null) {
            offsetsById.put(id, offset);
        }
        entries.put(offset, new Kept(Entry.of(offset, clock.instant(), payload), id));
        long first = Math.max(range.first, offset - keep + 1);
        publish(new Range(first, offset));
        return offset;
    }

    /// Where the memory is used up, old entries of this journal go before new ones are refused.
    private void makeRoom(int size) {
        while (!budget.take(size)) {
            if (range.first > range.last) {
                throw new JournalException("all journals together hold " + budget.megabytes() + " MB, the most that fits into memory", null);
            }
            publish(new Range(range.first + 1, range.last));
        }
    }

    /// The range comes before the old entries go: whoever still misses one has read the range before, and shows a placeholder.
    private void publish(Range next) {
        long before = range.first;
        range = next;
        LongStream.range(before, next.first).forEach(this::expire);
    }

    private void expire(long offset) {
        Kept kept = entries.remove(offset);
        if (kept == null) {
            return;
        }
        budget.give(kept.entry.size());
        if (kept.id != null) {
            offsetsById.remove(kept.id);
        }
    }

    Snapshot read(long from, long max) {
        Range now = range;
        long first = Math.max(from, now.first);
        return snapshot(first, max < now.last - first + 1 ? first + max - 1 : now.last);
    }

    Snapshot tail(long max) {
        Range now = range;
        return snapshot(max < now.last - now.first + 1 ? now.last - max + 1 : now.first, now.last);
    }

    long expired() {
        return range.first - 1;
    }

    private Snapshot snapshot(long first, long last) {
        Instant time = clock.instant();
        return new Snapshot() {
            @Override
            public long count() {
                return Math.max(0, last - first + 1);
            }

            @Override
            public Iterator<Entry> iterator() {
                return LongStream.rangeClosed(first, last).mapToObj(offset -> entry(offset, time)).iterator();
            }

            @Override
            public void close() {}
        };
    }

    private Entry entry(long offset, Instant time) {
        Kept kept = entries.get(offset);
        return kept == null ? Entry.placeholder(offset, time, "expired") : kept.entry;
    }
}
