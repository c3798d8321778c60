package dev.patchbay.gateway.journal.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.HandClock;
import dev.patchbay.gateway.journal.OwnedName;
import dev.patchbay.gateway.journal.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the SQLite store promises beyond what every store does: that what it has taken outlasts it.
final class SqliteStoreTest {

    private static final OwnedName BOARD = new OwnedName("bbs", "board");
    private static final long LARGE = 1L << 30;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();

    @Test
    void entriesOutlastTheStore() {
        try (SqliteStore store = open(100)) {
            append(store, "a");
            append(store, "b", "id");
        }
        try (SqliteStore store = open(100)) {
            assertThat(texts(store)).containsExactly("a", "b");
            assertThat(append(store, "again", "id")).as("the id is remembered").isEqualTo(2);
            assertThat(append(store, "c")).isEqualTo(3);
        }
    }

    @Test
    void entryKeepsItsTimeToTheMicrosecond() {
        clock.set(Instant.parse("2026-01-02T03:04:05.678901234Z"));
        try (SqliteStore store = open(100)) {
            append(store, "a");

            assertThat(store.tail(BOARD, 1).iterator().next().time()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678901Z"));
        }
    }

    @Test
    void offsetIsNotUsedAgainThoughAllEntriesHaveExpired() {
        try (SqliteStore store = openWithTime(Duration.ofHours(1))) {
            append(store, "a");
            append(store, "b");
        }
        clock.advance(Duration.ofHours(2));
        try (SqliteStore store = openWithTime(Duration.ofHours(1))) {
            await().untilAsserted(() -> assertThat(store.expired(BOARD)).isEqualTo(2));
            assertThat(texts(store)).isEmpty();
        }
        try (SqliteStore store = openWithTime(Duration.ofHours(1))) {
            assertThat(append(store, "c")).isEqualTo(3);
        }
    }

    @Test
    void oldEntriesExpireAndYoungOnesStay() {
        try (SqliteStore store = openWithTime(Duration.ofHours(1))) {
            append(store, "old");
            clock.advance(Duration.ofMinutes(50));
            append(store, "young");
        }
        clock.advance(Duration.ofMinutes(20));
        try (SqliteStore store = openWithTime(Duration.ofHours(1))) {
            await().untilAsserted(() -> assertThat(texts(store)).containsExactly("young"));
            assertThat(store.expired(BOARD)).isEqualTo(1);
        }
    }

    @Test
    void smallerLimitTakesEffectAtOnceAndEmptiesTheFileBitByBit() {
        try (SqliteStore store = open(10_000)) {
            LongStream.range(0, 5_000).parallel().forEach(i -> append(store, "x"));
        }
        try (SqliteStore store = open(10)) {
            append(store, "newest");
            assertThat(store.read(BOARD, 0, Long.MAX_VALUE).count()).isEqualTo(10);
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(10));
            assertThat(texts(store)).hasSize(10).endsWith("newest");
        }
    }

    @Test
    void snapshotOfWhatExpiresMeanwhileSaysSoInItsPlace() {
        try (SqliteStore store = open(2)) {
            append(store, "a");
            append(store, "b");
            Snapshot snapshot = store.read(BOARD, 0, Long.MAX_VALUE);
            append(store, "c");
            append(store, "d");

            assertThat(texts(snapshot)).containsExactly("[entry 1: expired]", "[entry 2: expired]");
        }
    }

    @Test
    void journalLargerThanAPageIsReadWhole() {
        try (SqliteStore store = open(10_000)) {
            LongStream.range(0, 2_000).parallel().forEach(i -> append(store, "x".repeat((int) (i % 500))));

            Snapshot all = store.read(BOARD, 0, Long.MAX_VALUE);
            assertThat(all.count()).isEqualTo(2_000);
            assertThat(all).extracting(Entry::offset).containsExactlyElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
            assertThat(all).noneMatch(Entry::damaged);
        }
    }

    @Test
    void damagedEntryIsReplacedAndTheRestIsServed() throws IOException {
        try (SqliteStore store = open(100)) {
            append(store, "the first entry");
            append(store, "the second entry");
            append(store, "the third entry");
        }
        replaceInFile("the second entry", "the zecond entry");
        try (SqliteStore store = open(100)) {
            assertThat(texts(store)).containsExactly("the first entry", "[entry 2: damaged]", "the third entry");
            assertThat(store.read(BOARD, 2, 1).iterator().next().damaged()).isTrue();
        }
    }

    @Test
    void damageAmongOldEntriesKeepsNobodyFromAppending() throws IOException {
        try (SqliteStore store = open(10_000)) {
            append(store, "the oldest");
            LongStream.range(0, 3_000).parallel().forEach(i -> append(store, "an old one"));
        }
        byte[] bytes = Files.readAllBytes(file());
        int page = new String(bytes, ISO_8859_1).indexOf("the oldest") / 4096 * 4096;
        Arrays.fill(bytes, page, page + 4096, (byte) 0x55);
        Files.write(file(), bytes);
        try (SqliteStore store = open(10)) {
            for (int i = 0; i < 2_000; i++) {
                append(store, "newer");
            }
            assertThat(texts(store)).hasSize(10).containsOnly("newer");
            assertThat(store.problem()).isEmpty();
        }
    }

    @Test
    void damagedNameOfAJournalHidesNoOtherJournal() throws IOException {
        try (SqliteStore store = open(100)) {
            append(store, "kept");
            store.append(new OwnedName("bbs", "mailbox of bob"), null, "hi".getBytes(UTF_8));
        }
        replaceInFile("mailbox of bob", "mailbox of rob");
        try (SqliteStore store = open(100)) {
            assertThat(texts(store)).containsExactly("kept");
        }
    }

    @Test
    void appendBeyondTheSizeFailsAndReadingGoesOn() {
        try (SqliteStore store = store(new Retention(1_000_000, Duration.ZERO, 200_000))) {
            append(store, "first");

            assertThatThrownBy(() -> LongStream.range(0, 1_000).forEach(i -> append(store, "x".repeat(1_000))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("make room on the disk, or raise journal.max-size");
            assertThat(store.problem()).hasValueSatisfying(problem -> assertThat(problem).contains("cannot grow"));
            assertThat(store.read(BOARD, 0, 1).iterator().next().text()).isEqualTo("first");
        }
        try (SqliteStore store = open(1_000_000)) {
            assertThat(append(store, "goes on")).as("with more room").isPositive();
        }
    }

    @Test
    void storeRecoversByItselfWhenItsFolderComesBack() throws IOException {
        Path missing = folder.resolve("missing");
        try (SqliteStore store = SqliteStore.open(missing.resolve("journals.db"), folder, new Retention(9, Duration.ZERO, LARGE), clock)) {
            assertThatThrownBy(() -> append(store, "a")).isInstanceOf(JournalException.class).hasMessageContaining("cannot be opened");
            assertThatThrownBy(() -> store.tail(BOARD, 1)).isInstanceOf(JournalException.class).hasMessageContaining("cannot be opened");

            Files.createDirectory(missing);

            assertThat(append(store, "a")).isEqualTo(1);
            assertThat(store.problem()).isEmpty();
        }
    }

    @Test
    void fileOfANewerVersionIsRefusedAndLeftAlone() throws IOException {
        open(9).close();
        try (SqliteStore store = open(9)) {
            append(store, "a");
        }
        execute("PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file());
        try (SqliteStore store = open(9)) {
            assertThatThrownBy(() -> append(store, "b")).isInstanceOf(JournalException.class).hasMessageContaining("written by a newer version");
            assertThatThrownBy(() -> store.tail(BOARD, 1)).isInstanceOf(JournalException.class).hasMessageContaining("written by a newer version");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void fileOfAnotherProgramIsRefusedAndLeftAlone() throws IOException {
        execute("CREATE TABLE theirs (a)");
        byte[] before = Files.readAllBytes(file());
        try (SqliteStore store = open(9)) {
            assertThatThrownBy(() -> append(store, "a")).isInstanceOf(JournalException.class).hasMessageContaining("is not a file of Patchbay");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void whatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(file(), "this is not a database, whatever its name says".repeat(100));
        try (SqliteStore store = open(9)) {
            assertThatThrownBy(() -> append(store, "a")).isInstanceOf(JournalException.class).hasMessageContaining("is damaged");
        }
        assertThat(Files.readString(file())).startsWith("this is not");
    }

    @Test
    void pathMayHaveCharactersThatMeanSomethingInAnAddress() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a b?c#d%20e"));
        try (SqliteStore store = SqliteStore.open(odd.resolve("journals.db"), folder, new Retention(9, Duration.ZERO, LARGE), clock)) {
            append(store, "a");
        }
        assertThat(odd.resolve("journals.db")).isNotEmptyFile();
    }

    @Test
    void closedStoreLeavesOneFile() throws IOException {
        try (SqliteStore store = open(9)) {
            append(store, "a");
            assertThat(texts(store)).hasSize(1);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(name -> name.startsWith("journals"))).containsExactly("journals.db");
        }
    }

    private Path file() {
        return folder.resolve("journals.db");
    }

    private SqliteStore open(int keep) {
        return store(new Retention(keep, Duration.ZERO, LARGE));
    }

    private SqliteStore openWithTime(Duration keepTime) {
        return store(new Retention(1_000, keepTime, LARGE));
    }

    private SqliteStore store(Retention retention) {
        return SqliteStore.open(file(), folder, retention, clock);
    }

    private static long append(SqliteStore store, String text) {
        return store.append(BOARD, null, text.getBytes(UTF_8));
    }

    private static long append(SqliteStore store, String text, String id) {
        return store.append(BOARD, id, text.getBytes(UTF_8));
    }

    private static List<String> texts(SqliteStore store) {
        return texts(store.read(BOARD, 0, Long.MAX_VALUE));
    }

    private static List<String> texts(Snapshot snapshot) {
        List<String> texts = new ArrayList<>();
        for (Iterator<Entry> entries = snapshot.iterator(); entries.hasNext(); ) {
            texts.add(entries.next().text());
        }
        return texts;
    }

    private void replaceInFile(String what, String by) throws IOException {
        String bytes = Files.readString(file(), ISO_8859_1);
        assertThat(bytes).contains(what);
        Files.writeString(file(), bytes.replace(what, by), ISO_8859_1);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM entry")) {
            return result.getLong(1);
        }
    }
}
