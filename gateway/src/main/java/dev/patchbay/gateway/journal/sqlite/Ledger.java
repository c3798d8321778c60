package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.gateway.journal.OwnedName;
import dev.patchbay.gateway.journal.Retention;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The file, open for writing. Used by one thread. After a failure it is of no more use: whether the last transaction is on
/// the disk is unknown until the file is opened again.
final class Ledger implements AutoCloseable {

    /// Deleting much at once would make the file grow, which is what deleting is to prevent.
    static final int SOME = 1_000;

    private static final String DELETE = """
            DELETE FROM entry WHERE journal = ?1 AND offset IN
              (SELECT offset FROM entry WHERE journal = ?1 AND offset < ?2 ORDER BY offset LIMIT ?3)""";

    private final Connection connection;
    private final Retention retention;
    private final Clock clock;
    private final PreparedStatement insert;
    private final PreparedStatement findId;
    private final PreparedStatement deleteId;
    private final Map<OwnedName, Range> ranges = new HashMap<>();

    /// @throws SQLException if the file cannot be opened, is not ours, or was written by a newer version
    Ledger(Path file, Retention retention, Clock clock) throws SQLException {
        this.retention = retention;
        this.clock = clock;
        connection = Schema.openForWriting(file, retention.maxSize());
        try {
            JournalTable.check(connection);
            connection.commit();
            insert = connection.prepareStatement("INSERT INTO entry (journal, offset, time, id, payload, crc) VALUES (?, ?, ?, ?, ?, ?)");
            findId = connection.prepareStatement("SELECT offset FROM entry WHERE journal = ? AND id = ?");
            deleteId = connection.prepareStatement("DELETE FROM entry WHERE journal = ? AND id = ?");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// What a transaction has done.
    ///
    /// @param offsets of the entries, in the order in which they were given
    /// @param changed what is visible now of each journal that has changed
    record Committed(List<Long> offsets, Map<OwnedName, Range> changed) {}

    /// Appends all of them in one transaction, which is on the disk when this returns.
    Committed append(List<Append> batch) throws SQLException {
        long time = micros(clock.instant());
        Map<OwnedName, Range> changed = new LinkedHashMap<>();
        List<Long> offsets = new ArrayList<>(batch.size());
        for (Append append : batch) {
            offsets.add(append(append, time, changed));
        }
        for (Map.Entry<OwnedName, Range> each : changed.entrySet()) {
            each.setValue(kept(each.getValue()));
            JournalTable.update(connection, each.getKey(), each.getValue());
        }
        connection.commit();
        ranges.putAll(changed);
        return new Committed(offsets, changed);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private long append(Append append, long time, Map<OwnedName, Range> changed) throws SQLException {
        Range range = changed.get(append.journal);
        if (range == null) {
            range = range(append.journal);
        }
        if (range.equals(Range.NONE)) {
            range = JournalTable.add(connection, append.journal);
        }
        long existing = append.id == null ? 0 : find(append.id, range);
        if (existing > 0) {
            // It may be of a transaction that failed and was on the disk all the same, so nobody was told of it yet.
            changed.put(append.journal, range);
            return existing;
        }
        long offset = range.last() + 1;
        insert.setLong(1, range.journal());
        insert.setLong(2, offset);
        insert.setLong(3, time);
        insert.setString(4, append.id);
        insert.setBytes(5, append.payload);
        insert.setLong(6, Checksum.ofEntry(range.journal(), offset, time, append.id, append.payload));
        insert.executeUpdate();
        changed.put(append.journal, range.to(offset));
        return offset;
    }

    /// The offset of the entry that has the id; 0 if none has. One that has expired makes room for its successor.
    private long find(String id, Range range) throws SQLException {
        findId.setLong(1, range.journal());
        findId.setString(2, id);
        try (ResultSet row = findId.executeQuery()) {
            if (!row.next()) {
                return 0;
            }
            if (row.getLong(1) >= range.first()) {
                return row.getLong(1);
            }
        }
        deleteId.setLong(1, range.journal());
        deleteId.setString(2, id);
        deleteId.executeUpdate();
        return 0;
    }

    Range range(OwnedName journal) throws SQLException {
        Range known = ranges.get(journal);
        return known != null ? known : JournalTable.find(connection, journal).orElse(Range.NONE);
    }

    private Range kept(Range range) {
        return range.from(range.last() - retention.keep() + 1);
    }

    /// Deletes some of what lies before the range, and says how much.
    private int delete(Range range) throws SQLException {
        // Prepared each time: one that has met damage is of no more use.
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, range.journal());
            delete.setLong(2, range.first());
            delete.setInt(3, SOME);
            return delete.executeUpdate();
        }
    }

    /// {@return all journals there are}
    List<OwnedName> journals() throws SQLException {
        List<OwnedName> names = JournalTable.names(connection);
        connection.commit();
        return names;
    }

    /// What a step of [#sweep] has done.
    ///
    /// @param range what is visible of the journal now
    /// @param more  whether another step has something to do
    record Swept(Range range, boolean more) {}

    /// Lets some of the entries of a journal expire, by count and by age, in a transaction of its own: deleting must not cost
    /// anybody an append.
    Swept sweep(OwnedName journal) throws SQLException {
        Range before = range(journal);
        Range after = kept(before).from(firstYoung(before));
        if (after.first() > before.first()) {
            JournalTable.update(connection, journal, after);
        }
        int deleted = delete(after);
        connection.commit();
        ranges.put(journal, after);
        return new Swept(after, deleted == SOME || after.first() - before.first() == SOME);
    }

    /// Where the entries begin that are not too old, looking at some of the oldest.
    private long firstYoung(Range range) throws SQLException {
        if (retention.keepTime().isZero()) {
            return range.first();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT min(offset) FROM entry WHERE journal = ? AND offset BETWEEN ? AND ? AND time >= ?")) {
            long end = Math.min(range.first() + SOME, range.last() + 1);
            select.setLong(1, range.journal());
            select.setLong(2, range.first());
            select.setLong(3, end - 1);
            select.setLong(4, micros(clock.instant().minus(retention.keepTime())));
            try (ResultSet row = select.executeQuery()) {
                long young = row.getLong(1);
                return row.wasNull() ? end : young;
            }
        }
    }

    /// Undoes a transaction that was begun.
    void undo() throws SQLException {
        connection.rollback();
    }

    /// A transaction that was begun is undone.
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
