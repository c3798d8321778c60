package dev.patchbay.gateway.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every store promises; each store has a test that inherits these.
abstract class StoreContract {

    private static final OwnedName BOARD = new OwnedName("bbs", "board");
    private static final int KEEP = 100;

    private final Store store = open(KEEP);

    /// Opens an empty store that keeps this many entries of each journal.
    abstract Store open(int keep);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void offsetsAscendFrom1() {
        assertThat(append("a")).isEqualTo(1);
        assertThat(append("b")).isGreaterThan(1);
    }

    @Test
    void entriesAreReadInTheirOrderWithTheirBytes() {
        append("a");
        append("");
        append("ü");

        assertThat(texts(store.read(BOARD, 0, Long.MAX_VALUE))).containsExactly("a", "", "ü");
    }

    @Test
    void journalsAreApartByPluginAndByName() {
        store.append(BOARD, null, bytes("here"));
        store.append(new OwnedName("bbs", "other"), null, bytes("there"));
        store.append(new OwnedName("chat", "board"), null, bytes("elsewhere"));

        assertThat(texts(store.read(BOARD, 0, 9))).containsExactly("here");
    }

    @Test
    void journalToWhichNothingWasAppendedIsEmpty() {
        assertThat(store.read(BOARD, 0, 9).count()).isZero();
        assertThat(store.tail(BOARD, 9).count()).isZero();
        assertThat(store.expired(BOARD)).isZero();
    }

    @Test
    void readBeginsAtItsOffsetAndEndsAtItsMax() {
        long second = List.of(append("a"), append("b"), append("c"), append("d")).get(1);

        assertThat(texts(store.read(BOARD, second, 2))).containsExactly("b", "c");
        assertThat(texts(store.read(BOARD, second, 0))).isEmpty();
        assertThat(texts(store.read(BOARD, Long.MAX_VALUE, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void tailGivesTheNewestOldestFirst() {
        append("a");
        append("b");
        append("c");

        assertThat(texts(store.tail(BOARD, 2))).containsExactly("b", "c");
        assertThat(texts(store.tail(BOARD, 9))).containsExactly("a", "b", "c");
        assertThat(texts(store.tail(BOARD, 0))).isEmpty();
    }

    @Test
    void entryOfOneIdIsAppendedOnce() {
        long first = store.append(BOARD, "id", bytes("once"));
        append("between");

        assertThat(store.append(BOARD, "id", bytes("twice"))).isEqualTo(first);
        assertThat(texts(store.read(BOARD, 0, 9))).containsExactly("once", "between");
    }

    @Test
    void idIsForgottenWithItsEntry() {
        long first = store.append(BOARD, "id", bytes("old"));
        appendMany(KEEP);

        assertThat(store.append(BOARD, "id", bytes("new"))).isGreaterThan(first);
    }

    @Test
    void callerMayChangeItsBytesAfterwards() {
        byte[] bytes = bytes("mine");
        store.append(BOARD, null, bytes);
        bytes[0] = 'X';

        assertThat(texts(store.read(BOARD, 0, 9))).containsExactly("mine");
    }

    @Test
    void retentionTakesTheOldestAndSaysUpToWhere() {
        long first = append("oldest");
        appendMany(KEEP - 1);
        assertThat(store.expired(BOARD)).isZero();

        append("newest");

        assertThat(store.read(BOARD, 0, Long.MAX_VALUE).count()).isEqualTo(KEEP);
        assertThat(store.expired(BOARD)).isEqualTo(first);
    }

    @Test
    void snapshotDoesNotSeeWhatIsAppendedLater() {
        append("a");
        Snapshot snapshot = store.read(BOARD, 0, Long.MAX_VALUE);
        append("b");

        assertThat(snapshot.count()).isEqualTo(1);
        assertThat(texts(snapshot)).containsExactly("a");
        assertThat(texts(snapshot)).as("read again").containsExactly("a");
    }

    @Test
    void snapshotGivesExactlyItsCountEvenIfEntriesExpireMeanwhile() {
        append("a");
        append("b");
        Snapshot snapshot = store.read(BOARD, 0, Long.MAX_VALUE);
        appendMany(2 * KEEP);

        assertThat(snapshot.count()).isEqualTo(2);
        assertThat(snapshot).hasSize(2).allSatisfy(entry -> assertThat(entry.damaged() || entry.text().length() == 1).isTrue());
    }

    @Test
    void closedStoreFailsWithTheReason() {
        store.close();

        assertThatThrownBy(() -> append("late")).isInstanceOf(JournalException.class).hasMessageContaining("the gateway stops");
    }

    @Test
    void manyWritersMakeOneOrderWithoutLossOrRepetition() throws Exception {
        int writers = 8;
        int each = 1_000;
        try (Store big = open(writers * each);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "w" + writer + " ";
                work.add(() -> {
                    for (int i = 0; i < each; i++) {
                        big.append(BOARD, name + i / 2, bytes(name + i / 2)); // each of them twice
                    }
                    return null;
                });
            }
            work.add(() -> assertSnapshotsAreExactWhileOthersAppend(big));
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }

            List<String> all = texts(big.read(BOARD, 0, Long.MAX_VALUE));
            assertThat(all).hasSize(writers * each / 2).doesNotHaveDuplicates();
            for (int writer = 0; writer < writers; writer++) {
                String name = "w" + writer + " ";
                assertThat(all.stream().filter(text -> text.startsWith(name)).map(text -> Integer.valueOf(text.substring(name.length()))))
                        .as("the order of one writer")
                        .isSorted();
            }
        }
    }

    private static Void assertSnapshotsAreExactWhileOthersAppend(Store store) {
        long seen = 0;
        for (int i = 0; i < 200; i++) {
            try (Snapshot snapshot = store.read(BOARD, 0, Long.MAX_VALUE)) {
                assertThat(snapshot.count()).isGreaterThanOrEqualTo(seen);
                seen = snapshot.count();
                assertThat(texts(snapshot)).hasSize((int) seen);
            }
        }
        return null;
    }

    private long append(String text) {
        return store.append(BOARD, null, bytes(text));
    }

    private void appendMany(int count) {
        for (int i = 0; i < count; i++) {
            append("x");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> texts(Snapshot snapshot) {
        List<String> texts = new ArrayList<>();
        for (Entry entry : snapshot) {
            texts.add(entry.text());
        }
        return texts;
    }
}
