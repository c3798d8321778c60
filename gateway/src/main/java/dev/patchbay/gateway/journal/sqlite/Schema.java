package dev.patchbay.gateway.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// The layout of the file, and how connections to it are set up.
///
/// The view `entries` is for people who look into it with the ordinary tool.
final class Schema {

    /// In the header of the file, so that it is known for ours: "Ptch".
    private static final int APPLICATION_ID = 0x50746368;

    private static final int BUSY_MILLIS = 5_000;

    /// What leads from each version to the next one; their number is the version that this gateway writes.
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE journal (
              id INTEGER PRIMARY KEY, plugin TEXT NOT NULL, name TEXT NOT NULL,
              first INTEGER NOT NULL, last INTEGER NOT NULL, crc INTEGER NOT NULL,
              UNIQUE (plugin, name)) STRICT""",
            """
            CREATE TABLE entry (
              journal INTEGER NOT NULL, offset INTEGER NOT NULL, time INTEGER NOT NULL, id TEXT,
              payload BLOB NOT NULL, crc INTEGER NOT NULL,
              PRIMARY KEY (journal, offset)) STRICT, WITHOUT ROWID""",
            "CREATE UNIQUE INDEX entry_id ON entry (journal, id) WHERE id IS NOT NULL",
            """
            CREATE VIEW entries AS
              SELECT plugin, name, offset, strftime('%FT%R:%fZ', time / 1e6, 'unixepoch') AS time, entry.id, CAST(payload AS TEXT) AS text
              FROM entry JOIN journal ON journal.id = entry.journal WHERE offset >= first"""));

    private Schema() {}

    /// Opens the file for writing; it is made, or brought up to date, if need be.
    ///
    /// @throws SQLException if it cannot be opened, is not ours, or was written by a newer version
    static Connection openForWriting(Path file, long maxSize) throws SQLException {
        Connection connection = connect(file, config());
        try (Statement statement = connection.createStatement()) {
            check(file, connection);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            // What macOS calls a flush leaves the disk's own cache alone.
            statement.execute("PRAGMA fullfsync = ON");
            statement.execute("PRAGMA journal_size_limit = " + (16 << 20));
            limit(statement, maxSize);
            connection.setAutoCommit(false);
            migrate(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// Opens the file for reading; it must be there.
    ///
    /// @throws SQLException if it cannot be opened, is not ours, or was written by a newer version
    static Connection openForReading(Path file) throws SQLException {
        SQLiteConfig config = config();
        // Or the last one to close would put the log into the file, also one whose damage nobody has seen yet.
        config.setReadOnly(true);
        Connection connection = connect(file, config);
        try {
            check(file, connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config;
    }

    private static Connection connect(Path file, SQLiteConfig config) throws SQLException {
        // As a URI, because the driver takes what follows a question mark in a plain path for options.
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
        try (Statement statement = connection.createStatement()) {
            // The file may be damaged: look twice at it, and believe nothing it says about functions.
            statement.execute("PRAGMA cell_size_check = ON");
            statement.execute("PRAGMA trusted_schema = OFF");
        }
        return connection;
    }

    private static void check(Path file, Connection connection) throws SQLException {
        int version = number(connection, "user_version");
        if (number(connection, "application_id") != APPLICATION_ID && (version != 0 || number(connection, "schema_version") != 0)) {
            throw new SQLException(file + " is not a file of Patchbay: move it away, or give another data folder with --data");
        }
        if (version > STEPS.size()) {
            throw new SQLException(file + " was written by a newer version of Patchbay (its layout is " + version + ", this one knows "
                    + STEPS.size() + "): start that version, or give another data folder with --data");
        }
    }

    private static void migrate(Connection connection) throws SQLException {
        int version = number(connection, "user_version");
        try (Statement statement = connection.createStatement()) {
            for (List<String> step : STEPS.subList(version, STEPS.size())) {
                for (String sql : step) {
                    statement.execute(sql);
                }
            }
            if (version < STEPS.size()) {
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + STEPS.size());
            }
        }
        connection.commit();
    }

    private static void limit(Statement statement, long maxSize) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA page_size")) {
            long pages = Math.max(1, maxSize / result.getLong(1));
            statement.execute("PRAGMA max_page_count = " + Math.min(pages, 0xfffffffeL));
        }
    }

    private static int number(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + pragma)) {
            return result.getInt(1);
        }
    }
}
