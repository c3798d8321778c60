package dev.patchbay.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PublishTest {

    @Test
    void interleavesWithTheHandlersOwnMessagesAtTheirBordersOnly() throws Exception {
        try (Pair pair = Pair.open(new TransportLimits(Duration.ZERO, Duration.ZERO, 1 << 26))) {
            Frames frames = new Connection(pair.transport).frames();
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (char writer = 'a'; writer < 'e'; writer++) {
                Message message = Message.frame(String.valueOf(writer).repeat(1000));
                writers.add(CompletableFuture.runAsync(() -> publish(pair.transport, message, 500)));
            }
            writers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 500; i++) {
                    frames.send("H".repeat(3000));
                }
                pair.transport.flush();
            }));
            CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));

            int[] counts = new int[128];
            for (int i = 0; i < 2500; i++) {
                int size = Integer.parseInt(pair.peerReceives(4));
                String text = pair.peerReceives(size);
                assertThat(text).isEqualTo(text.substring(0, 1).repeat(size));
                counts[text.charAt(0)]++;
            }

            all.get();
            assertThat(List.of(counts['a'], counts['b'], counts['c'], counts['d'], counts['H'])).containsOnly(500);
        }
    }

    private static void publish(SocketTransport transport, Message message, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(transport.publish(message)).isTrue();
        }
    }

    @Test
    void keepsTheOrderOfOnePublisher() throws Exception {
        try (Pair pair = Pair.open()) {
            for (int i = 1000; i < 2000; i++) {
                pair.transport.publish(Message.text(i + " "));
            }

            for (int i = 1000; i < 2000; i++) {
                assertThat(pair.peerReceives(5)).isEqualTo(i + " ");
            }
        }
    }

    @Test
    void disconnectsAPeerThatDoesNotReadInsteadOfWaitingForIt() throws Exception {
        try (Pair pair = Pair.open(new TransportLimits(Duration.ZERO, Duration.ZERO, 1 << 16))) {
            Message message = Message.text("x".repeat(10_000));

            int taken = 0;
            while (pair.transport.publish(message)) {
                // The system's own buffers are finite, so this ends, or the test's time limit ends it.
                taken++;
            }

            assertThat(taken).isPositive();
            assertThat(pair.transport.publish(message)).isFalse();
            assertThatThrownBy(() -> new Connection(pair.transport).frames().hasNext())
                    .isInstanceOfSatisfying(ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_SLOW))
                    .hasMessageStartingWith("does not read");
        }
    }

    @Test
    void takesOneMessageLargerThanTheBacklog() throws Exception {
        try (Pair pair = Pair.open(new TransportLimits(Duration.ZERO, Duration.ZERO, 100))) {
            boolean taken = pair.transport.publish(Message.text("x".repeat(50_000)));

            assertThat(taken).isTrue();
            assertThat(pair.peerReceives(50_000)).hasSize(50_000);
        }
    }

    @Test
    void sendsTheBacklogBeforeTheEnd() throws Exception {
        try (Pair pair = Pair.open(Duration.ofSeconds(30), Duration.ZERO)) {
            for (int i = 0; i < 50; i++) {
                pair.transport.publish(Message.text("x".repeat(10_000)));
            }
            CompletableFuture<Void> finished = CompletableFuture.runAsync(pair.transport::finish);

            assertThat(pair.peerReceivesAll()).hasSize(500_000);
            pair.peer.close();
            finished.get();
        }
    }
}
