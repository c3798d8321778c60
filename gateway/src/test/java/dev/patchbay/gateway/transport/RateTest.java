package dev.patchbay.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Who sends too fast is slowed down, and nothing else happens to it. Times are checked from below only.
class RateTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private static TransportLimits limits(int bytesPerSecond, int messagesPerSecond) {
        return new TransportLimits(SHORT, SHORT, 1 << 20, bytesPerSecond, messagesPerSecond);
    }

    @Test
    void tooManyMessagesAreSlowedDownAndAllAnswered() throws Exception {
        try (Pair pair = Pair.open(limits(0, 20))) {
            long began = System.nanoTime();
            pair.peerSends("0001x".repeat(60));
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> {
                Frames frames = new Connection(pair.transport).frames();
                for (int i = 0; i < 60; i++) {
                    frames.send(frames.receive());
                }
                frames.hasNext();
            });

            assertThat(pair.peerReceives(300)).isEqualTo("0001x".repeat(60));

            // A second's worth may come at once.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(1500));
            pair.peer.close();
            echo.exceptionally(e -> null).join();
        }
    }

    @Test
    void repliesDoNotWaitWithTheirPeer() throws Exception {
        try (Pair pair = Pair.open(new TransportLimits(Duration.ZERO, Duration.ZERO, 1 << 20, 0, 1))) {
            pair.peerSends("0001x".repeat(100));
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> {
                Frames frames = new Connection(pair.transport).frames();
                while (frames.hasNext()) {
                    frames.send(frames.receive());
                }
            });

            assertThat(pair.peerReceives(5)).isEqualTo("0001x");
            assertThat(echo).isNotDone();
            pair.transport.closeNow("the test is over");
            echo.exceptionally(e -> null).join();
        }
    }

    @Test
    void tooManyBytesAreSlowedDownAndTheTimeHeldBackIsNotThePeersLateness() throws Exception {
        try (Pair pair = Pair.open(limits(5000, 0))) {
            long began = System.nanoTime();
            String message = "x".repeat(9999);
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> new Connection(pair.transport).frames().receive());

            pair.peerSends("9999" + message);

            assertThat(received.get()).isEqualTo(message);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
        }
    }
}
