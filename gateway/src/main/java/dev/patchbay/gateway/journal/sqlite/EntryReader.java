package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.gateway.journal.OwnedName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A connection for reading. Used by one thread at a time.
final class EntryReader implements AutoCloseable {

    /// A page is what is read at once: small, because as many as there are readers are in memory together.
    private static final int MOST_ENTRIES = 256;
    private static final int MOST_BYTES = 64 * 1024;

    private static final String SELECT =
            "SELECT offset, time, id, payload, crc FROM entry WHERE journal = ? AND offset BETWEEN ? AND ? ORDER BY offset LIMIT " + MOST_ENTRIES;

    private final Connection connection;

    /// @throws SQLException if the file cannot be opened, is not ours, or was written by a newer version
    EntryReader(Path file) throws SQLException {
        connection = Schema.openForReading(file);
    }

    /// Some of the entries of a journal.
    ///
    /// @param entries those that are whole, in ascending order
    /// @param to      the offset up to which these are all there are
    record Page(List<Entry> entries, long to) {}

    /// {@return what is visible of the journal in the file, if it is there}
    Optional<Range> find(OwnedName journal) throws SQLException {
        return JournalTable.find(connection, journal);
    }

    /// {@return the lowest offset that is visible in the file now}
    long first(long journal) throws SQLException {
        return JournalTable.find(connection, journal).first();
    }

    /// {@return all journals there are}
    List<OwnedName> journals() throws SQLException {
        return isNew() ? List.of() : JournalTable.names(connection);
    }

    /// {@return whether the gateway that makes the file has not come as far as its tables}
    private boolean isNew() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("PRAGMA user_version");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    /// {@return what SQLite finds wrong with the structure of the file, a line each}
    List<String> structure() throws SQLException {
        try (PreparedStatement check = connection.prepareStatement("PRAGMA integrity_check");
                ResultSet rows = check.executeQuery()) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                // A finding may have several lines.
                lines.addAll(rows.getString(1).lines().toList());
            }
            lines.remove("ok");
            return lines;
        }
    }

    /// Reads the lowest entries from an offset on.
    ///
    /// @param first the lowest offset that has not expired, as far as is known
    Page read(Range range, long from, long first) throws SQLException {
        if (from < first) {
            return new Page(List.of(), Math.min(first - 1, range.last()));
        }
        try {
            Page page = readThrough(range.journal(), from, range.last());
            if (page.entries.size() == page.to - from + 1) {
                return page;
            }
        } catch (SQLException e) {
            if (!Failure.isDamage(e)) {
                throw e;
            }
        }
        return readEach(range, from);
    }

    private Page readThrough(long journal, long from, long last) throws SQLException {
        // Prepared each time: one that has met damage is of no more use.
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, journal);
            select.setLong(2, from);
            select.setLong(3, last);
            try (ResultSet rows = select.executeQuery()) {
                return page(journal, from, last, rows);
            }
        }
    }

    private static Page page(long journal, long from, long last, ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        int count = 0;
        long bytes = 0;
        long to = from - 1;
        while (rows.next()) {
            byte[] payload = rows.getBytes(4);
            // In a damaged file the order may be damaged too.
            if (rows.getLong(1) > to && isWhole(journal, rows, payload)) {
                entries.add(Entry.of(rows.getLong(1), Instant.EPOCH.plus(rows.getLong(2), ChronoUnit.MICROS), payload));
            }
            to = Math.max(to, rows.getLong(1));
            bytes += payload.length;
            if (++count == MOST_ENTRIES || bytes >= MOST_BYTES) {
                return new Page(entries, to);
            }
        }
        return new Page(entries, last);
    }

    private static boolean isWhole(long journal, ResultSet row, byte[] payload) throws SQLException {
        return row.getLong(5) == Checksum.ofEntry(journal, row.getLong(1), row.getLong(2), row.getString(3), payload);
    }

    /// Reads one by one where something is damaged: an entry whose place is wrong can hide others from whoever reads through.
    private Page readEach(Range range, long from) throws SQLException {
        long last = Math.min(range.last(), from + MOST_ENTRIES - 1);
        List<Entry> entries = new ArrayList<>();
        long bytes = 0;
        for (long offset = from; offset <= last; offset++) {
            for (Entry entry : readOne(range.journal(), offset)) {
                entries.add(entry);
                bytes += entry.size();
            }
            if (bytes >= MOST_BYTES) {
                return new Page(entries, offset);
            }
        }
        return new Page(entries, last);
    }

    /// The entry, if it is whole.
    private List<Entry> readOne(long journal, long offset) throws SQLException {
        try {
            return readThrough(journal, offset, offset).entries();
        } catch (SQLException e) {
            if (!Failure.isDamage(e)) {
                throw e;
            }
            return List.of();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
