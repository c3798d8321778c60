package dev.patchbay.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A hosts file that may change, or come and go, while it is in use.
///
/// Asking for the table costs a look at the clock; once in a while one of those who ask looks at the file too, and reads it
/// if it has changed, while the others go on with the table that was there. So a question is never answered from half a table.
final class HostsFile {

    /// How old an answer may be.
    static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    /// A file that is no hosts file at all should not fill the log.
    private static final int MAX_REPORTED = 10;

    private final Path path;
    private final Clock clock;
    private final Logger logger;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile HostsTable table = HostsTable.EMPTY;
    private volatile long checked;
    private Optional<Stamp> read = Optional.empty();
    private String failure = "";

    /// What changes when a file changes.
    private record Stamp(long size, FileTime modified, @Nullable Object fileKey) {

        static Stamp of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new IOException("it is not a file");
            }
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    HostsFile(Path path, Clock clock, Logger logger) {
        this.path = path;
        this.clock = clock;
        this.logger = logger;
        check();
    }

    /// {@return what the file says, or said a second ago; empty while there is no file}
    HostsTable table() {
        // The distance, not the order: somebody may set the clock back.
        boolean due = Math.abs(clock.millis() - checked) >= CHECK_INTERVAL.toMillis();
        if (due && checking.tryLock()) {
            try {
                check();
            } finally {
                checking.unlock();
            }
        }
        return table;
    }

    private void check() {
        try {
            // Before reading: what is written meanwhile will show as a change.
            Stamp stamp = Stamp.of(path);
            if (!Optional.of(stamp).equals(read)) {
                table = new HostsTable(lines());
                read = Optional.of(stamp);
                failure = "";
                logger.log(Level.INFO, table.size() + " names in " + path);
            }
        } catch (IOException e) {
            table = HostsTable.EMPTY;
            read = Optional.empty();
            warnOnce(reason(e));
        }
        checked = clock.millis();
    }

    private void warnOnce(String reason) {
        if (!reason.equals(failure)) {
            logger.log(Level.WARNING, "cannot read " + path + ", so every name is unknown until that is mended: " + reason);
            failure = reason;
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException _ -> "reading it is not permitted";
            default -> String.valueOf(e.getMessage());
        };
    }

    private List<HostsLine> lines() throws IOException {
        List<HostsLine> lines = new ArrayList<>();
        int number = 0;
        int bad = 0;
        // Not Files.newBufferedReader: one byte that is not UTF-8, in some comment, must not hide the whole file.
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    HostsLine.parse(line).ifPresent(lines::add);
                } catch (IllegalArgumentException e) {
                    bad++;
                    if (bad <= MAX_REPORTED) {
                        logger.log(Level.WARNING, path + ":" + number + ": line skipped: " + e.getMessage());
                    }
                }
            }
        }
        if (bad > MAX_REPORTED) {
            logger.log(Level.WARNING, path + ": " + bad + " lines skipped in all");
        }
        return lines;
    }
}
