package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Entry;
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
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, Long> offsetsById = new HashMap<>();
    private final Map<Long, Kept> entries = new ConcurrentHashMap<>();
    private volatile Range range = new Range(1, 0);

    MemoryLog(int keep, Clock clock) {
        this.keep = keep;
        this.clock = clock;
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
        long offset = range.last + 1;
        if (id != null) {
            offsetsById.put(id, offset);
        }
        entries.put(offset, new Kept(Entry.of(offset, clock.instant(), payload), id));
        long first = Math.max(range.first, offset - keep + 1);
        // Published before the old entry goes: whoever still misses it has read the range before, and shows a placeholder.
        long before = range.first;
        range = new Range(first, offset);
        LongStream.range(before, first).forEach(this::expire);
        return offset;
    }

    private void expire(long offset) {
        Kept kept = entries.remove(offset);
        if (kept != null && kept.id != null) {
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
