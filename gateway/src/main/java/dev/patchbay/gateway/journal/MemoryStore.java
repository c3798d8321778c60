package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps entries in memory, as much as a quarter of what the process may use: they are gone when the gateway stops.
public final class MemoryStore implements Store {

    private final int keep;
    private final Clock clock;
    private final MemoryBudget budget;
    private final MemoryLog nothing;
    private final Map<OwnedName, MemoryLog> logs = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// Creates an empty store.
    ///
    /// @param keep how many entries each journal keeps
    public MemoryStore(int keep, Clock clock) {
        this(keep, clock, MemoryBudget.ofThisProcess());
    }

    MemoryStore(int keep, Clock clock, MemoryBudget budget) {
        this.keep = keep;
        this.clock = clock;
        this.budget = budget;
        nothing = new MemoryLog(keep, clock, budget);
    }

    @Override
    public long append(OwnedName journal, @Nullable String id, byte[] payload) {
        checkOpen();
        return logs.computeIfAbsent(journal, _ -> new MemoryLog(keep, clock, budget)).append(id, payload);
    }

    @Override
    public Snapshot read(OwnedName journal, long from, long max) {
        return log(journal).read(from, max);
    }

    @Override
    public Snapshot tail(OwnedName journal, long max) {
        return log(journal).tail(max);
    }

    @Override
    public long expired(OwnedName journal) {
        return log(journal).expired();
    }

    /// A journal that is only read costs nothing.
    private MemoryLog log(OwnedName journal) {
        checkOpen();
        return logs.getOrDefault(journal, nothing);
    }

    private void checkOpen() {
        if (closed) {
            throw new JournalException("the journals are closed because the gateway stops", null);
        }
    }

    @Override
    public void close() {
        closed = true;
        logs.clear();
    }
}
