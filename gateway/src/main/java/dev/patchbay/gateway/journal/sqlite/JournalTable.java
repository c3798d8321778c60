package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.gateway.journal.OwnedName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of journals: a row for each, with what is visible of it.
final class JournalTable {

    private static final Logger LOG = System.getLogger("patchbay.journals");

    private JournalTable() {}

    static List<OwnedName> names(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT plugin, name FROM journal ORDER BY plugin, name");
                ResultSet rows = select.executeQuery()) {
            List<OwnedName> names = new ArrayList<>();
            while (rows.next()) {
                names.add(new OwnedName(rows.getString(1), rows.getString(2)));
            }
            return names;
        }
    }

    static Optional<Range> find(Connection connection, OwnedName name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, first, last, crc FROM journal WHERE plugin = ? AND name = ?")) {
            select.setString(1, name.plugin());
            select.setString(2, name.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(checked(connection, name, row)) : Optional.empty();
            }
        }
    }

    private static Range checked(Connection connection, OwnedName name, ResultSet row) throws SQLException {
        Range range = range(row);
        if (isWhole(row, range, name.plugin(), name.name())) {
            return range;
        }
        Range real = real(connection, range.journal());
        LOG.log(Level.WARNING, "journal " + name + ": its row is damaged; by its entries it goes from " + real.first() + " to " + real.last());
        return real;
    }

    /// From a row that begins with the number, the two ends, and the checksum.
    private static Range range(ResultSet row) throws SQLException {
        return new Range(row.getLong(1), row.getLong(2), row.getLong(3));
    }

    private static boolean isWhole(ResultSet row, Range range, String plugin, String name) throws SQLException {
        return row.getLong(4) == Checksum.ofJournal(range, plugin, name);
    }

    /// What the entries themselves say, for a journal whose row cannot be believed.
    private static Range real(Connection connection, long journal) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT min(offset), max(offset) FROM entry WHERE journal = ?")) {
            select.setLong(1, journal);
            try (ResultSet row = select.executeQuery()) {
                long first = row.getLong(1);
                return row.wasNull() ? new Range(journal, 1, 0) : new Range(journal, first, row.getLong(2));
            }
        }
    }

    /// {@return what is visible of the journal of this number in the file now}
    static Range find(Connection connection, long journal) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, first, last, crc, plugin, name FROM journal WHERE id = ?")) {
            select.setLong(1, journal);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? checked(connection, new OwnedName(row.getString(5), row.getString(6)), row) : Range.NONE;
            }
        }
    }

    /// Logs which rows are damaged: a journal whose name is lost would be missed by nobody else.
    static void check(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, first, last, crc, plugin, name FROM journal NOT INDEXED");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Range range = range(row);
                if (!isWhole(row, range, row.getString(5), row.getString(6))) {
                    LOG.log(Level.ERROR, "the row of journal " + range.journal() + " is damaged; its name reads as " + row.getString(5) + "/" + row.getString(6));
                }
            }
        }
    }

    static Range add(Connection connection, OwnedName name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM journal");
                ResultSet row = select.executeQuery()) {
            Range range = new Range(row.getLong(1), 1, 0);
            write(connection, "INSERT INTO journal (first, last, crc, plugin, name, id) VALUES (?, ?, ?, ?, ?, ?)", name, range);
            return range;
        }
    }

    static void update(Connection connection, OwnedName name, Range range) throws SQLException {
        write(connection, "UPDATE journal SET first = ?, last = ?, crc = ?, plugin = ?, name = ? WHERE id = ?", name, range);
    }

    private static void write(Connection connection, String sql, OwnedName name, Range range) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setLong(1, range.first());
            write.setLong(2, range.last());
            write.setLong(3, Checksum.ofJournal(range, name.plugin(), name.name()));
            write.setString(4, name.plugin());
            write.setString(5, name.name());
            write.setLong(6, range.journal());
            write.executeUpdate();
        }
    }
}
