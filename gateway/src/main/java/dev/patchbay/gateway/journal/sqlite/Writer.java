package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.api.journal.JournalException;
import dev.patchbay.gateway.journal.OwnedName;
import dev.patchbay.gateway.journal.Retention;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The thread that writes: whatever waits goes into one transaction and is answered when that is on the disk. A failure is
/// the answer to those it concerns; for the next ones the file is opened again, so it recovers as soon as the disk does.
final class Writer implements AutoCloseable {

    private static final Logger LOG = System.getLogger("patchbay.journals");

    /// Bounds the memory and the time of one transaction.
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ENTRIES = 4_096;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Path file;
    private final Path libraries;
    private final Retention retention;
    private final Clock clock;
    private final BiConsumer<OwnedName, Range> visible;
    private final Thread thread = Thread.ofPlatform().daemon().name("patchbay-journals").unstarted(this::run);
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final Sweeper sweeper;
    private final CompletableFuture<Void> tried = new CompletableFuture<>();
    private @Nullable Ledger ledger;
    private volatile boolean opened;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile @Nullable String problem;

    /// @param libraries where the native library is unpacked
    /// @param visible   is told what is visible of a journal after each change, before those who appended are answered
    Writer(Path file, Path libraries, Retention retention, Clock clock, BiConsumer<OwnedName, Range> visible) {
        this.file = file;
        this.libraries = libraries;
        this.retention = retention;
        this.clock = clock;
        this.visible = visible;
        sweeper = new Sweeper(visible);
    }

    void start() {
        thread.start();
    }

    /// {@return completes after the first attempt to open the file, however it ended}
    CompletableFuture<Void> tried() {
        return tried;
    }

    /// {@return whether the file has been opened once: then it can also be read}
    boolean opened() {
        return opened;
    }

    /// {@return why nothing can be written now, if that is so}
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    Append append(OwnedName journal, @Nullable String id, byte[] payload) {
        Append append = new Append(journal, id, payload);
        waiting.add(append);
        // Looked at after it was added, so that either this or the thread's end answers.
        if (ended) {
            failAll(List.of(append), SqliteStore.closedException());
        }
        return append;
    }

    /// Gives up one that nobody waits for any more: while the disk hangs, what waits must not grow without end.
    void forget(Append append) {
        waiting.remove(append);
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                turn(take());
            }
        } finally {
            ended = true;
            tried.complete(null);
            giveUp();
            failAll(drain(new ArrayList<>()), SqliteStore.closedException());
        }
    }

    private void turn(List<Append> batch) {
        if (closed && batch.isEmpty()) {
            return;
        }
        try {
            Ledger open = ledger();
            if (!batch.isEmpty()) {
                write(open, batch);
            }
            sweeper.step(open);
        } catch (SQLException e) {
            failed(batch, Failure.of(file, e));
        } catch (JournalException e) {
            failed(batch, e);
        } catch (RuntimeException | Error e) {
            failed(batch, new JournalException("the journals failed: " + e, e));
        }
    }

    private void failed(List<Append> batch, JournalException e) {
        giveUp();
        if (problem == null && !closed) {
            LOG.log(Level.ERROR, e.getMessage());
        }
        problem = e.getMessage();
        tried.complete(null);
        failAll(batch, e);
    }

    private static void failAll(List<Append> batch, JournalException e) {
        batch.forEach(append -> append.stored.completeExceptionally(e));
    }

    /// Waits for something to write, not longer than until there is something else to do.
    private List<Append> take() {
        List<Append> batch = new ArrayList<>();
        try {
            Append first = closed ? null : waiting.poll(patience(), TimeUnit.NANOSECONDS);
            if (first != null) {
                batch.add(first);
            }
        } catch (InterruptedException e) {
            // By close(), which says so in `closed`.
        }
        return drain(batch);
    }

    private List<Append> drain(List<Append> batch) {
        long bytes = batch.stream().mapToLong(append -> append.payload.length).sum();
        while (bytes < MOST_BYTES && batch.size() < MOST_ENTRIES) {
            Append next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            bytes += next.payload.length;
        }
        return batch;
    }

    private long patience() {
        if (ledger == null) {
            return tried.isDone() ? RETRY.toNanos() : 0;
        }
        return sweeper.patience();
    }

    private Ledger ledger() throws SQLException {
        if (ledger == null) {
            SqliteStore.loadLibrary(libraries);
            if (!tried.isDone()) {
                WriteAheadLog.keepIfDamaged(file, clock);
            }
            ledger = new Ledger(file, retention, clock);
            if (!opened) {
                recovered();
            }
            opened = true;
            tried.complete(null);
        }
        return ledger;
    }

    private void write(Ledger open, List<Append> batch) throws SQLException {
        Ledger.Committed committed = open.append(batch);
        recovered();
        for (Map.Entry<OwnedName, Range> each : committed.changed().entrySet()) {
            visible.accept(each.getKey(), each.getValue());
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).stored.complete(committed.offsets().get(i));
        }
        sweeper.grew(committed.changed().keySet(), batch.size());
    }

    private void recovered() {
        if (problem != null) {
            problem = null;
            LOG.log(Level.INFO, "the journals can be written again");
        }
    }

    private void giveUp() {
        if (ledger != null) {
            try {
                ledger.close();
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "while closing " + file + ": " + e.getMessage());
            }
            ledger = null;
        }
    }

    /// Writes what waits, and ends.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(SqliteStore.PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
