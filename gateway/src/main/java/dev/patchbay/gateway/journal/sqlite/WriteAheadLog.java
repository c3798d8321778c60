package dev.patchbay.gateway.journal.sqlite;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Looks at the write-ahead log before SQLite does. SQLite takes the first frame that does not fit for the end of the log: right after a
/// crash, and wrong after damage, when it forgets without a word whatever was acknowledged behind that place.
///
/// The format is that of sqlite.org/fileformat2.html, section 4.
final class WriteAheadLog {

    private static final Logger LOG = System.getLogger("patchbay.journals");
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC_LITTLE = 0x377f0682;
    private static final int MAGIC_BIG = 0x377f0683;

    private final ByteBuffer log;
    private final int frameSize;
    private int first;
    private int second;
    private long salt;

    private WriteAheadLog(ByteBuffer log, int pageSize) {
        this.log = log;
        frameSize = FRAME_HEADER + pageSize;
    }

    /// Tells of damage, and keeps a copy of the log if there is any: what SQLite is about to forget may still be wanted.
    ///
    /// @param database the file that the log belongs to
    static void keepIfDamaged(Path database, Clock clock) {
        Path file = logOf(database);
        try {
            Optional<Long> damage = damage(database);
            if (damage.isPresent()) {
                Path copy = file.resolveSibling(file.getFileName() + "." + clock.millis() + ".damaged");
                Files.copy(file, copy, COPY_ATTRIBUTES); // its permissions too: it holds what people wrote to each other
                LOG.log(Level.ERROR, file + " is damaged at byte " + damage.get() + ": the entries that stand behind it are lost; it is kept as " + copy);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be checked: " + e.getMessage());
        }
    }

    /// {@return where the log is damaged, if it is; a log that somebody is writing is not}
    static Optional<Long> damageAtRest(Path database) {
        try {
            Optional<Long> damage = damage(database);
            return damage.equals(damage(database)) ? damage : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path logOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    /// {@return where the log of a database is damaged, if transactions that were complete stand behind that place}
    ///
    /// @throws IOException if it cannot be read
    static Optional<Long> damage(Path database) throws IOException {
        Path file = logOf(database);
        if (!Files.exists(file) || Files.size(file) < HEADER + FRAME_HEADER || Files.size(file) > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(file));
        int pageSize = pageSize(database, log);
        boolean plausible = Integer.bitCount(pageSize) == 1 && pageSize >= 512 && pageSize <= 65_536;
        return plausible ? new WriteAheadLog(log, pageSize).damage() : Optional.empty();
    }

    /// As the database says it, if that has been written: the log may be wrong.
    private static int pageSize(Path database, ByteBuffer log) throws IOException {
        try (InputStream in = Files.newInputStream(database)) {
            byte[] header = in.readNBytes(18);
            int size = header.length < 18 ? log.getInt(8) : ByteBuffer.wrap(header).getShort(16) & 0xffff;
            return size == 1 ? 65_536 : size;
        }
    }

    private Optional<Long> damage() {
        if (!wholeHeader()) {
            // Then the frames themselves say which log they are of.
            salt = log.getLong(HEADER + 8);
            return transactions(HEADER) > 1 ? Optional.of(0L) : Optional.empty();
        }
        salt = log.getLong(16);
        int good = HEADER;
        while (good + frameSize <= log.limit() && sameLog(good) && wholeFrame(good)) {
            good += frameSize;
        }
        // The last transaction may be half on the disk after a crash, whichever half; one behind it cannot be there at all.
        return transactions(good) > 1 ? Optional.of((long) good) : Optional.empty();
    }

    private boolean wholeHeader() {
        int magic = log.getInt(0);
        log.order(magic == MAGIC_LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        add(0, 24);
        log.order(ByteOrder.BIG_ENDIAN);
        return (magic == MAGIC_LITTLE || magic == MAGIC_BIG) && first == log.getInt(24) && second == log.getInt(28);
    }

    private boolean wholeFrame(int frame) {
        log.order(log.getInt(0) == MAGIC_LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        add(frame, 8);
        add(frame + FRAME_HEADER, frameSize - FRAME_HEADER);
        log.order(ByteOrder.BIG_ENDIAN);
        return first == log.getInt(frame + 16) && second == log.getInt(frame + 20);
    }

    /// The sums run on through the whole log.
    private void add(int from, int length) {
        for (int i = from; i < from + length; i += 8) {
            first += log.getInt(i) + second;
            second += log.getInt(i + 4) + first;
        }
    }

    /// Frames of an earlier log that was overwritten up to here have another salt.
    private boolean sameLog(int frame) {
        return log.getLong(frame + 8) == salt;
    }

    /// How many transactions end at or behind a frame.
    private long transactions(int from) {
        long count = 0;
        for (int frame = from; frame + frameSize <= log.limit(); frame += frameSize) {
            if (sameLog(frame) && log.getInt(frame + 4) != 0) {
                count++;
            }
        }
        return count;
    }
}
