package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.journal.OwnedName;
import dev.patchbay.gateway.journal.Retention;
import dev.patchbay.gateway.journal.Store;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Keeps entries in an SQLite file: an append returns when it is forced to disk.
///
/// The file must be used by one gateway at a time, which SQLite does not see to. Other processes may read it.
public final class SqliteStore implements Store {

    /// How long anybody waits for the disk.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger("patchbay.journals");
    private static final int MOST_REPORTS = 10_000;

    private final Clock clock;
    private final Writer writer;
    private final Readers readers;
    private final Map<OwnedName, Range> ranges = new ConcurrentHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private SqliteStore(Path file, Path libraries, Retention retention, Clock clock) {
        this.clock = clock;
        writer = new Writer(file, libraries, retention, clock, this::show);
        readers = new Readers(file);
    }

    /// Opens the store, and returns before it is open: who reads or appends waits for that. If it cannot be opened, both fail and
    /// say why, and it is tried again every second.
    ///
    /// @param file      is made if it is not there; its folder must be there
    /// @param libraries where the native library is unpacked; whoever can write there can run code as this process
    public static SqliteStore open(Path file, Path libraries, Retention retention, Clock clock) {
        SqliteStore store = new SqliteStore(file, libraries, retention, clock);
        store.writer.start();
        return store;
    }

    static void loadLibrary(Path libraries) {
        try {
            NativeLibrary.load(libraries);
        } catch (IOException e) {
            throw new JournalException("the journals cannot be opened: " + e.getMessage(), e);
        }
    }

    static JournalException closedException() {
        return new JournalException("the journals are closed because the gateway stops", null);
    }

    /// {@return why nothing can be written now, if that is so}
    public Optional<String> problem() {
        return writer.problem();
    }

    @Override
    public long append(OwnedName journal, @Nullable String id, byte[] payload) {
        checkOpen();
        // A copy, because the caller has its bytes back before ours are written, if this takes too long.
        Append append = writer.append(journal, id, payload.clone());
        try {
            return append.stored.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            // Of this thread, so that the trace shows who appended.
            throw new JournalException(String.valueOf(e.getCause() instanceof JournalException cause ? cause.getMessage() : e.getCause()), e);
        } catch (TimeoutException e) {
            writer.forget(append);
            throw new JournalException("the disk has not answered within " + PATIENCE.toSeconds() + " s: it is unknown whether this was stored", e);
        } catch (InterruptedException e) {
            writer.forget(append);
            Thread.currentThread().interrupt();
            throw new JournalException("interrupted: it is unknown whether this was stored", e);
        }
    }

    @Override
    public Snapshot read(OwnedName journal, long from, long max) {
        return snapshot(journal, range(journal).slice(from, max));
    }

    @Override
    public Snapshot tail(OwnedName journal, long max) {
        return snapshot(journal, range(journal).tail(max));
    }

    @Override
    public long expired(OwnedName journal) {
        return range(journal).first() - 1;
    }

    private Snapshot snapshot(OwnedName journal, Range range) {
        return new StoredSnapshot(
                range,
                clock.instant(),
                from -> readers.read(reader -> reader.read(range, from, ranges.getOrDefault(journal, range).first())),
                offset -> missing(journal, range, offset));
    }

    /// What becomes visible of a journal; by the writer, before those who appended are answered.
    private void show(OwnedName journal, Range range) {
        ranges.put(journal, range);
    }

    /// A journal that is only read costs no memory.
    private Range range(OwnedName journal) {
        checkOpen();
        Range known = ranges.get(journal);
        if (known != null) {
            return known;
        }
        awaitFile();
        Optional<Range> found = readers.read(reader -> reader.find(journal));
        found.ifPresent(range -> ranges.putIfAbsent(journal, range));
        return ranges.getOrDefault(journal, Range.NONE);
    }

    private void awaitFile() {
        try {
            writer.tried().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Said below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        checkOpen();
        if (!writer.opened()) {
            throw new JournalException(writer.problem().orElse("the journals are not open yet: try again"), null);
        }
    }

    /// Tells an entry that has expired since the snapshot was taken from one that is damaged.
    private String missing(OwnedName journal, Range range, long offset) {
        long first = readers.read(reader -> reader.first(range.journal()));
        ranges.computeIfPresent(journal, (_, known) -> known.from(first));
        if (offset < first) {
            return "expired";
        }
        if (reported.size() < MOST_REPORTS && reported.add(journal + " " + offset)) {
            LOG.log(Level.ERROR, "journal " + journal + ": entry " + offset + " is damaged on the disk; a placeholder is sent in its place");
        }
        return "damaged";
    }

    private void checkOpen() {
        if (closed) {
            throw closedException();
        }
    }

    @Override
    public void close() {
        closed = true;
        readers.close();
        writer.close();
    }
}
