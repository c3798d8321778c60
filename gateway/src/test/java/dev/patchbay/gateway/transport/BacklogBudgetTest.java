package dev.patchbay.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.wire.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogBudgetTest {

    private static final int LIMIT = 10_000_000;
    private static final TransportLimits LIMITS = new TransportLimits(Duration.ZERO, Duration.ZERO, LIMIT * 2);
    private static final Message MESSAGE = Message.text("x".repeat(10_000));

    private final Deadlines deadlines = Deadlines.start();
    private final BacklogBudget budget = new BacklogBudget(LIMIT, deadlines);

    /// More than the system takes.
    private static void fill(Pair pair, int messages) {
        for (int i = 0; i < messages; i++) {
            assertThat(pair.transport.publish(MESSAGE)).isTrue();
        }
    }

    @Test
    void theLargestGoesWhoeverSendsAndWhateverComesNext() throws Exception {
        try (Pair large = Pair.open(LIMITS, deadlines, budget);
                Pair small = Pair.open(LIMITS, deadlines, budget);
                Pair reader = Pair.open(LIMITS, deadlines, budget)) {
            fill(large, 600);
            fill(small, 300);
            assertThat(budget.used()).isLessThan(LIMIT);

            int more = 0;
            while (large.transport.publish(MESSAGE) && more < 1000) {
                more++;
            }

            assertThat(more).isPositive();
            assertThatThrownBy(large.transport::flush).hasMessageMatching("does not read: \\d+ bytes were waiting for it, and too many for all");
            assertThat(budget.used()).isLessThan(LIMIT / 2);
            small.transport.flush();
            assertThat(reader.transport.publish(Message.text("hello"))).isTrue();
            assertThat(reader.peerReceives(5)).isEqualTo("hello");
        }
    }

    @Test
    void whoeverTakesTheLastRoomStaysIfAnotherHasMore() throws Exception {
        try (Pair large = Pair.open(LIMITS, deadlines, budget);
                Pair small = Pair.open(LIMITS, deadlines, budget)) {
            fill(large, 700);

            fill(small, 500);

            assertThatThrownBy(large.transport::flush).hasMessageStartingWith("does not read");
            small.transport.flush();
        }
    }

    @Test
    void whatHasBeenSentAndWhatHasBeenDroppedTakesNoRoom() throws Exception {
        try (Pair reader = Pair.open(LIMITS, deadlines, budget);
                Pair other = Pair.open(LIMITS, deadlines, budget)) {
            fill(reader, 100);
            fill(other, 300);

            assertThat(reader.peerReceives(1_000_000)).hasSize(1_000_000);
            other.transport.closeNow("the test says so");

            await().untilAsserted(() -> assertThat(budget.used()).isZero());
            assertThat(other.transport.publish(MESSAGE)).isFalse();
            assertThat(budget.used()).isZero();
        }
    }
}
