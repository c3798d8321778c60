package dev.patchbay.gateway.journal.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.journal.OwnedName;
import dev.patchbay.gateway.journal.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged file may cost entries, but never gives back other bytes than it was given.
final class DamagedFileTest {

    private static final Logger LOG = Logger.getLogger("patchbay.journals");
    private static final OwnedName BOARD = new OwnedName("bbs", "board");
    private static final int ENTRIES = 200;
    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    private byte[] whole = {};
    private byte[] log = {};

    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF); // each damage is an error in the log: thousands here
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("whole.db");
        try (SqliteStore store = open(file)) {
            LongStream.rangeClosed(1, ENTRIES).forEach(offset -> store.append(BOARD, null, payload(offset)));
            // As a kill leaves it: the newest entries are in the log beside the file.
            log = Files.readAllBytes(folder.resolve("whole.db-wal"));
            assertThat(log).isNotEmpty();
        }
        whole = Files.readAllBytes(file);
    }

    @Test
    void wrongBitsGiveNoWrongEntries() throws IOException {
        int served = 0;
        for (int round = 0; round < ROUNDS; round++) {
            served += servedOf("bits" + round, flipped(whole, new Random(round)));
        }
        assertThat(served).as("most entries survive a few wrong bits").isGreaterThan(ROUNDS * ENTRIES / 2);
    }

    @Test
    void cutFileGivesNoWrongEntries() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            servedOf("cut" + round, Arrays.copyOf(whole, new Random(round).nextInt(whole.length)));
        }
    }

    @Test
    void lostSectorGivesNoWrongEntries() throws IOException {
        int served = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = whole.clone();
            // Not the first one: without it the file is none.
            int sector = 1 + new Random(round).nextInt(whole.length / 512 - 1);
            Arrays.fill(damaged, sector * 512, (sector + 1) * 512, (byte) 0);
            served += servedOf("sector" + round, damaged);
        }
        assertThat(served).isGreaterThan(ROUNDS * ENTRIES / 2);
    }

    @Test
    void damagedLogGivesNoWrongEntries() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            byte[] damaged = round % 2 == 0 ? flipped(log, random) : Arrays.copyOf(log, random.nextInt(log.length));
            Files.write(folder.resolve("log" + round + ".db-wal"), damaged);
            servedOf("log" + round, new byte[0]);
        }
    }

    @Test
    void logThatIsWholeOrEndsEarlyIsNoDamageButAWrongBitInItsMiddleIs() throws IOException {
        assertThat(damage(log)).isEmpty();
        assertThat(damage(Arrays.copyOf(log, log.length - 1_000))).as("as a crash leaves it").isEmpty();
        assertThat(damage(new byte[0])).isEmpty();
        for (int place : new int[] {1, 10, 17, 25}) {
            byte[] header = log.clone();
            header[place] ^= 4;
            assertThat(damage(header)).as("in its header").contains(0L);
        }
        byte[] damaged = log.clone();
        damaged[log.length / 2] ^= 4;
        assertThat(damage(damaged)).hasValueSatisfying(place -> assertThat(place).isBetween(log.length / 2 - 4_200L, log.length / 2L));
    }

    @Test
    void damagedLogIsKept() throws IOException {
        byte[] damaged = log.clone();
        damaged[log.length / 2] ^= 4;
        Files.write(folder.resolve("kept.db-wal"), damaged);
        servedOf("kept", new byte[0]);

        assertThat(folder).isDirectoryContaining("glob:**/kept.db-wal.*.damaged");
    }

    @Test
    void whoeverLooksChangesNothingAndSeesTheDamage() throws IOException {
        byte[] damaged = log.clone();
        damaged[log.length / 2] ^= 4;
        Path database = Files.write(folder.resolve("seen.db"), whole);
        Path beside = Files.write(folder.resolve("seen.db-wal"), damaged);
        try (Inspection inspection = new Inspection(database, folder)) {
            assertThat(inspection.structure()).anyMatch(line -> line.contains("write-ahead log is damaged at byte"));
        }
        assertThat(Files.readAllBytes(beside)).isEqualTo(damaged);
    }

    private Optional<Long> damage(byte[] bytes) throws IOException {
        Files.write(folder.resolve("some.db-wal"), bytes);
        return WriteAheadLog.damage(Files.write(folder.resolve("some.db"), whole));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    /// How many entries such a file still gives back; the others are marked, or it cannot be read and says so.
    private int servedOf(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name + ".db");
        Files.write(file, bytes);
        int served = 0;
        try (SqliteStore store = open(file);
                Snapshot all = store.read(BOARD, 0, Long.MAX_VALUE)) {
            long count = 0;
            for (Entry entry : all) {
                count++;
                if (!entry.damaged()) {
                    assertThat(entry.payload()).as(name + ", entry " + entry.offset()).isEqualTo(payload(entry.offset()));
                    served++;
                }
            }
            assertThat(count).isEqualTo(all.count()).isLessThanOrEqualTo(ENTRIES);
        } catch (JournalException e) {
            assertThat(e).as(name).hasMessageContaining(file.toString());
        }
        return served;
    }

    /// Short ones, and some that need several pages of the file.
    private static byte[] payload(long offset) {
        return ("entry " + offset + " ").repeat(offset % 40 == 0 ? 900 : 3).getBytes(UTF_8);
    }

    private SqliteStore open(Path file) {
        return SqliteStore.open(file, folder, new Retention(100_000, Duration.ZERO, 1L << 30), Clock.systemUTC());
    }
}
