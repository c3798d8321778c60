package dev.patchbay.udpbroadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final InetAddress ALICE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress BOB = InetAddress.ofLiteral("192.0.2.2");

    /// Near the end of what a long holds, where [System#nanoTime] may be.
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1_000);

    private void pass(Duration span) {
        time.addAndGet(span.toNanos());
    }

    @Test
    void aSecondsWorthMayComeAtOnceAndThenOneAtATime() {
        RateLimit limit = new RateLimit(4, time::get);

        for (int i = 0; i < 4; i++) {
            assertThat(limit.take(ALICE)).isZero();
        }
        assertThat(limit.take(ALICE)).isEqualTo(Duration.ofMillis(250));
        assertThat(limit.take(BOB)).isZero();

        pass(Duration.ofMillis(250));
        assertThat(limit.take(ALICE)).isZero();
        assertThat(limit.take(ALICE)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void whoWasSilentForLongHasNoMoreThanASecondsWorth() {
        RateLimit limit = new RateLimit(2, time::get);
        limit.take(ALICE);

        pass(Duration.ofHours(1));

        assertThat(limit.take(ALICE)).isZero();
        assertThat(limit.take(ALICE)).isZero();
        assertThat(limit.take(ALICE)).isPositive();
    }

    @Test
    void onlyTheSourcesHeardLastAreRemembered() {
        RateLimit limit = new RateLimit(1, time::get);

        for (int i = 0; i < 5 * RateLimit.MAX_SOURCES; i++) {
            limit.take(InetAddress.ofLiteral("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256));
        }

        assertThat(limit.sources()).isEqualTo(RateLimit.MAX_SOURCES);
    }

    @Property
    void inAnyPatternNobodyGetsMoreThanTheRateAndOneSecondsWorth(
            @ForAll @IntRange(min = 1, max = 100) int rate, @ForAll @Size(max = 200) List<@IntRange(max = 500) Integer> pauses) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
        RateLimit limit = new RateLimit(rate, now::get);
        long passed = 0;
        long taken = 0;
        for (int pause : pauses) {
            now.addAndGet(Duration.ofMillis(pause).toNanos());
            passed += pause;
            taken += limit.take(ALICE).isZero() ? 1 : 0;
        }

        assertThat(taken).isLessThanOrEqualTo(rate + rate * passed / 1000 + 1);
    }
}
