package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.api.journal.JournalException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/// A pool of connections for reading. Safe for all threads; each waits its turn.
final class Readers implements AutoCloseable {

    private static final int MOST = 4;

    private final Path file;
    private final Semaphore turns = new Semaphore(MOST);
    private final Deque<EntryReader> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    /// Something to read.
    @FunctionalInterface
    interface Query<T> {
        T read(EntryReader reader) throws SQLException;
    }

    /// Reads something.
    ///
    /// @throws JournalException if it cannot be read
    <T> T read(Query<T> query) {
        turns.acquireUninterruptibly();
        try {
            EntryReader reader = take();
            T result;
            try {
                result = query.read(reader);
            } catch (SQLException | RuntimeException | Error e) {
                reader.close();
                throw e;
            }
            give(reader);
            return result;
        } catch (SQLException e) {
            throw Failure.of(file, e);
        } finally {
            turns.release();
        }
    }

    private EntryReader take() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw SqliteStore.closedException();
            }
            EntryReader reader = idle.poll();
            if (reader != null) {
                return reader;
            }
        }
        return new EntryReader(file);
    }

    private void give(EntryReader reader) throws SQLException {
        synchronized (idle) {
            if (!closed) {
                idle.push(reader);
                return;
            }
        }
        reader.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            for (EntryReader reader : idle) {
                try {
                    reader.close();
                } catch (SQLException e) {
                    // It has only read: there is nothing to lose.
                }
            }
            idle.clear();
        }
    }
}
