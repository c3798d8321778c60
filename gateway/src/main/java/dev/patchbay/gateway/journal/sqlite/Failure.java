package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.api.journal.JournalException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/// What SQLite says when it cannot, in words that tell what to do.
final class Failure {

    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private Failure() {}

    static JournalException of(Path file, SQLException e) {
        return new JournalException(describe(file, e), e);
    }

    static String describe(Path file, SQLException e) {
        return switch (code(e)) {
            case READ_ONLY -> file + " cannot be written: make it and its folder writable for the user of the gateway";
            case CANNOT_OPEN -> file + " cannot be opened: see that its folder exists and that the user of the gateway may read and write there";
            case FULL -> file + " cannot grow: make room on the disk, or raise journal.max-size; it goes on by itself then";
            case INPUT_OUTPUT -> file + " cannot be read or written (" + e.getMessage() + "): check the disk, and that there is room on it";
            case NOT_A_DATABASE -> file + " is damaged at its beginning, or no SQLite file: put a copy back in its place, or move it away to begin with"
                    + " empty journals";
            case CORRUPT -> file + " is damaged (" + e.getMessage() + "): put a copy back in its place; `patchbay journal export` and"
                    + " `sqlite3 FILE .recover` save what can still be read";
            default -> String.valueOf(e.getMessage());
        };
    }

    /// {@return whether something in the file cannot be read, as opposed to the file as a whole}
    static boolean isDamage(SQLException e) {
        return Set.of(CORRUPT, NOT_A_DATABASE, INPUT_OUTPUT).contains(code(e));
    }

    /// The low byte is the kind of error, what stands above it the particulars.
    private static int code(SQLException e) {
        return e.getErrorCode() & 0xff;
    }
}
