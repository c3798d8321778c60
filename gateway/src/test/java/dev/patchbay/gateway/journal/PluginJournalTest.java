package dev.patchbay.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Follower;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginJournalTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final MemoryStore store = new MemoryStore(10, Clock.systemUTC());
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Recorder recorder = new Recorder();
    private final PluginJournals scope = scope(NEVER, Duration.ofMillis(1));
    private final Journal board = scope.journal("board");

    @AfterEach
    void close() {
        scope.close();
        store.close();
    }

    @Test
    void oneNameIsOneJournalInAllScopesOfAPlugin() {
        board.append("hello");

        assertThat(scope(NEVER, NEVER).journal("board").snapshot()).extracting(Entry::text).containsExactly("hello");
    }

    @Test
    void namesAndIdsThatAreEmptyOrTooLongAreRefused() {
        assertThatThrownBy(() -> scope.journal("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scope.journal("ü".repeat(128))).hasMessage("the name of a journal or topic has 1 to 255 bytes in UTF-8, not 256");
        assertThatThrownBy(() -> board.append("", new byte[0])).hasMessage("the id of an entry has 1 to 255 bytes in UTF-8, not 0");
    }

    @Test
    void maxBelowZeroIsNothing() {
        board.append("hello");

        assertThat(board.read(0, -1)).isEmpty();
        assertThat(board.tail(Long.MIN_VALUE)).isEmpty();
    }

    @Test
    void followerGetsWhatThereIsAndThenEachNewEntryAtOnce() {
        board.append("before");
        Subscription _ = board.follow(0, recorder);
        recorder.expect("before");

        board.append("after");

        recorder.expect("before", "after"); // nobody polls here, so it was woken
    }

    @Test
    void followerResumesAfterTheLastItHasSeen() {
        long seen = board.append("seen");
        board.append("new");

        Subscription _ = board.follow(seen + 1, recorder);

        recorder.expect("new");
    }

    @Test
    void followerSeesByPollingWhatAnotherGatewayAppends() {
        Subscription _ = scope(Duration.ofMillis(1), NEVER).journal("board").follow(0, recorder);

        store.append(new OwnedName("bbs", "board"), null, new byte[] {'x'});

        recorder.expect("x");
    }

    @Test
    void followerIsToldWhichEntriesAreGoneBeforeItSawThem() {
        appendNumbers(1, 15); // keeps 10

        Subscription _ = board.follow(3, recorder);

        recorder.expect("gap 3-5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");
    }

    @Test
    void fromZeroBeginsWithTheOldestThereIsWithoutAGap() {
        appendNumbers(1, 12);

        Subscription _ = board.follow(0, recorder);

        recorder.expect("3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }

    @Test
    void slowFollowerIsToldOfAGapAndNeverGivenAPlaceholderInPlaceOfAnExpiredEntry() {
        CountDownLatch slow = new CountDownLatch(1);
        appendNumbers(1, 5);
        Subscription _ = board.follow(0, new Recorder(recorder.seen) {
            @Override
            public void entry(Entry entry) throws InterruptedException {
                super.entry(entry);
                slow.await();
            }
        });
        recorder.expect("1");

        appendNumbers(6, 20);
        slow.countDown();

        recorder.expect("1", "gap 2-10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20");
    }

    @Test
    void entryOnWhichTheFollowerFailedIsGivenAgainAndTheFaultReported() {
        Subscription _ = board.follow(0, entry -> {
            recorder.seen.add("try " + entry.text());
            if (faults.size() < 2) {
                throw new IllegalStateException("not yet");
            }
        });
        board.append("a");

        recorder.expect("try a", "try a", "try a");
        assertThat(faults).containsExactly("board: not yet", "board: not yet");
    }

    @Test
    void errorOfAFollowerDoesNotEndIt() {
        Subscription _ = board.follow(0, entry -> {
            recorder.entry(entry);
            if (faults.isEmpty()) {
                throw new NoClassDefFoundError("gone");
            }
        });
        board.append("a");

        recorder.expect("a", "a");
    }

    @Test
    void closedFollowerGetsNoMore() throws InterruptedException {
        Subscription subscription = board.follow(0, recorder);
        board.append("a");
        recorder.expect("a");

        subscription.close();
        subscription.close();
        assertThat(threads.getFirst().join(Duration.ofSeconds(10))).isTrue();
        board.append("b");

        recorder.expect("a");
    }

    @Test
    void closingTheScopeEndsAFollowerThatWaitsInTheMiddleOfACall() {
        CountDownLatch never = new CountDownLatch(1);
        Subscription _ = board.follow(0, entry -> {
            recorder.entry(entry);
            never.await();
        });
        board.append("a");
        recorder.expect("a");

        scope.close();

        assertThat(threads).allSatisfy(thread -> assertThat(thread.isAlive()).isFalse());
        assertThat(faults).isEmpty();
        assertThatThrownBy(() -> board.follow(0, recorder)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void everyFollowerGetsEveryEntryOfManyWritersInOneOrder() throws InterruptedException {
        MemoryStore big = new MemoryStore(100_000, Clock.systemUTC());
        PluginJournals busy = new PluginJournals("bbs", new Journals(big), new Topics(), Thread.ofVirtual().factory(), (_, _) -> {});
        Journal log = busy.journal("log");
        List<Recorder> followers = IntStream.range(0, 5).mapToObj(_ -> new Recorder()).toList();
        followers.forEach(follower -> {
            Subscription _ = log.follow(0, follower);
        });

        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> IntStream.range(0, 250).forEach(i -> log.append(writer + "/" + i))))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }

        List<String> all = IntStream.range(1, 2001).mapToObj(Integer::toString).toList();
        followers.forEach(follower -> await().untilAsserted(() -> assertThat(follower.offsets).isEqualTo(all)));
        busy.close();
    }

    private void appendNumbers(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(i -> board.append(Integer.toString(i)));
    }

    private PluginJournals scope(Duration poll, Duration pause) {
        return new PluginJournals(
                "bbs",
                new Journals(store, poll, pause),
                new Topics(),
                work -> {
                    Thread thread = Thread.ofVirtual().unstarted(work);
                    threads.add(thread);
                    return thread;
                },
                (journal, fault) -> faults.add(journal + ": " + fault.getMessage()));
    }

    private static class Recorder implements Follower {

        final List<String> seen;
        final List<String> offsets = new CopyOnWriteArrayList<>();

        Recorder() {
            this(new CopyOnWriteArrayList<>());
        }

        Recorder(List<String> seen) {
            this.seen = seen;
        }

        @Override
        public void entry(Entry entry) throws InterruptedException {
            seen.add(entry.text());
            offsets.add(Long.toString(entry.offset()));
        }

        @Override
        public void gap(long from, long to) {
            seen.add("gap " + from + "-" + to);
        }

        void expect(String... texts) {
            await().untilAsserted(() -> assertThat(seen).containsExactly(texts));
        }
    }
}
