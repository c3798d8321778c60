package dev.patchbay.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Wait;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private static void assertEnds(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aMessageBegunAndNotFinishedIsTooSlow() throws Exception {
        try (Pair pair = Pair.open(SHORT, Duration.ZERO)) {
            pair.peerSends("0005he");

            assertEnds(Reason.TOO_SLOW, () -> new Connection(pair.transport).frames().receive());
        }
    }

    @Test
    void aMessageThatDripsIsTooSlowInAll() throws Exception {
        try (Pair pair = Pair.open(SHORT, Duration.ZERO)) {
            pair.peerSends("9999");
            Thread drip = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        pair.peerSends("x");
                        Thread.sleep(20);
                    }
                } catch (IOException | InterruptedException e) {
                    // The other end has had enough.
                }
            });

            assertEnds(Reason.TOO_SLOW, () -> new Connection(pair.transport).frames().receive());
            drip.interrupt();
        }
    }

    @Test
    void contentThatDripsIsNotTooSlow() throws Exception {
        // Long enough that a busy machine does not make the drops late.
        Duration limit = Duration.ofSeconds(1);
        try (Pair pair = Pair.open(limit, Duration.ZERO)) {
            long began = System.nanoTime();
            CompletableFuture<Long> received = CompletableFuture.supplyAsync(() -> {
                long count = 0;
                while (System.nanoTime() - began < limit.toNanos() * 3 / 2) {
                    count += pair.transport.fill(1, Wait.CONTENT);
                    pair.transport.input().position(pair.transport.input().limit());
                }
                return count;
            });

            while (!received.isDone()) {
                pair.peerSends("x");
                Thread.sleep(10);
            }

            assertThat(received.get()).isPositive();
        }
    }

    @Test
    void silenceBetweenMessagesIsLimitedOnlyWhereAskedFor() throws Exception {
        try (Pair pair = Pair.open(SHORT, Duration.ZERO)) {
            Connection connection = new Connection(pair.transport);
            connection.idleLimit(SHORT);

            assertEnds(Reason.TOO_SLOW, () -> connection.frames().hasNext());
        }
    }

    @Test
    void aPeerThatTakesNothingOfAFileIsTooSlow(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[10_000_000]);
        // Long enough that a busy machine does not make the sender late in between, which would hide one that asks again and again.
        Duration limit = Duration.ofSeconds(1);
        // The threads are the last to be closed: they end when their connection does.
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                FileChannel channel = FileChannel.open(file);
                Pair pair = Pair.open(limit, Duration.ZERO)) {
            pair.peerSends("0003get");
            Future<?> sending = virtual.submit(() -> {
                Connection connection = new Connection(pair.transport);
                // From its first read on, the system does not make a virtual thread wait for the socket.
                connection.frames().receive();
                connection.content().send(channel, 0, 10_000_000);
            });

            assertThatThrownBy(() -> sending.get(5, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_SLOW));
        }
    }

    @Test
    void anInterruptInTheMiddleOfAFileIsTheEnd(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[10_000_000]);
        CompletableFuture<ConnectionException> told = new CompletableFuture<>();
        try (FileChannel channel = FileChannel.open(file);
                Pair pair = Pair.open()) {
            Thread sending = Thread.ofVirtual().start(() -> {
                try {
                    pair.transport.send(channel, 0, 10_000_000);
                } catch (ConnectionException e) {
                    told.complete(e);
                }
            });
            await().during(Duration.ofMillis(100)).until(() -> sending.getState() == Thread.State.WAITING);

            sending.interrupt();

            assertThat(told.get(10, TimeUnit.SECONDS)).hasMessage("interrupted in the middle of sending");
            assertEnds(Reason.CLOSED_HERE, () -> new Connection(pair.transport).frames().send("taken for a part of the file"));
            assertThat(pair.peerReceivesAll()).hasSizeLessThan(10_000_000);
        }
    }

    @Test
    void aPeerThatTakesNothingIsTooSlow() throws Exception {
        try (Pair pair = Pair.open(SHORT, Duration.ZERO)) {
            Frames frames = new Connection(pair.transport).frames();

            assertEnds(Reason.TOO_SLOW, () -> {
                while (true) {
                    frames.send("x".repeat(9999));
                }
            });
        }
    }

    @Test
    void aResetIsToldAsSuch() throws Exception {
        try (Pair pair = Pair.open()) {
            pair.peer.setSoLinger(true, 0);
            pair.peer.close();

            assertEnds(Reason.RESET, () -> new Connection(pair.transport).frames().receive());
        }
    }

    @Test
    void closingGentlyEndsTheInputOfAHandlerThatWaits() throws Exception {
        try (Pair pair = Pair.open()) {
            Frames frames = new Connection(pair.transport).frames();
            CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(frames::hasNext);

            pair.transport.closeGently("the test says so");

            assertThat(more.get()).isFalse();
            frames.send("a last word");
            pair.peer.shutdownOutput();
            pair.transport.finish();
            assertThat(pair.peerReceivesAll()).isEqualTo("0011a last word");
        }
    }

    @Test
    void closingGentlyLetsAMessageBegunComeToItsEnd() throws Exception {
        try (Pair pair = Pair.open()) {
            Frames frames = new Connection(pair.transport).frames();
            pair.peerSends("0005he");
            CompletableFuture<String> received = CompletableFuture.supplyAsync(frames::receive);
            await().until(() -> pair.transport.bytesIn() == 6);

            pair.transport.closeGently("the test says so");
            pair.peerSends("llo");

            assertThat(received.get()).isEqualTo("hello");
            assertThat(frames.hasNext()).isFalse();
        }
    }

    @Test
    void closingAtOnceGivesItsReasonToWhoeverWaits() throws Exception {
        try (Pair pair = Pair.open()) {
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> new Connection(pair.transport).frames().receive());

            pair.transport.closeNow("the test says so");

            assertThatThrownBy(received::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED_HERE))
                    .hasMessage("the test says so");
        }
    }

    @Test
    void theFirstReasonStays() throws Exception {
        try (Pair pair = Pair.open()) {
            pair.transport.closeNow("the first");
            pair.transport.closeNow("the second");

            assertThatThrownBy(() -> pair.transport.flush()).hasMessage("the first");
        }
    }
}
