package dev.patchbay.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = 1_000_000;

    /// Takes for so long, waiting as it is told; how many were taken.
    private int takeFor(Pace pace, long nanos) {
        long end = now + nanos;
        int taken = 0;
        while (true) {
            now += pace.delay();
            if (now >= end) {
                return taken;
            }
            pace.take(1);
            taken++;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 1000, 100_000})
    void whoIsAlwaysReadyGetsASecondsWorthAtOnceAndThenTheRate(int perSecond) {
        Pace pace = new Pace(perSecond, () -> now);

        assertThat(takeFor(pace, 100 * SECOND)).isBetween(100 * perSecond, 101 * perSecond + 1);
    }

    @Test
    void whoIsTooFastIsWokenTenTimesASecondAtMost() {
        Pace pace = new Pace(1000, () -> now);
        int waits = 0;

        for (int i = 0; i < 11_000; i++) {
            long delay = pace.delay();
            now += delay;
            waits += delay > 0 ? 1 : 0;
            pace.take(1);
        }

        assertThat(waits).isBetween(90, 101);
    }

    @Test
    void silenceIsNotSavedUp() {
        Pace pace = new Pace(10, () -> now);
        now += 3600 * SECOND;

        assertThat(takeFor(pace, SECOND)).isBetween(10, 21);
    }

    @Test
    void aRateOfZeroIsNone() {
        Pace pace = new Pace(0, () -> {
            throw new AssertionError("it asks for the time");
        });

        for (int i = 0; i < 1000; i++) {
            pace.take(Integer.MAX_VALUE);
            assertThat(pace.delay()).isZero();
        }
        assertThat(pace.room()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theLargestRateDoesNotOverflow() {
        Pace pace = new Pace(1 << 30, () -> now);

        assertThat(pace.room()).isEqualTo(1 << 30);
        pace.take(1 << 30);
        pace.take(1 << 29);

        assertThat(pace.delay()).isBetween(SECOND / 2, SECOND);
    }

    @Test
    void hasRoomForWhatIsLeftOfASecondsWorthAndAlwaysForOne() {
        Pace pace = new Pace(1000, () -> now);

        pace.take(700);
        assertThat(pace.room()).isEqualTo(300);
        pace.take(400);
        assertThat(pace.room()).isEqualTo(1);
        now += 3600 * SECOND;
        assertThat(pace.delay()).isZero();
        assertThat(pace.room()).isEqualTo(1000);
    }
}
