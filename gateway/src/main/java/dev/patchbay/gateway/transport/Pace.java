package dev.patchbay.gateway.transport;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How fast the bytes or the messages of a connection may be taken: so many a second, of which a second's worth may come at once.
/// It says how long to wait; the wait is what slows the peer down. Not for several threads.
///
/// Each unit takes its share of time, and the connection may be a second ahead of the clock.
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /// Waits are this much longer than they must be, so that who is too fast is woken ten times a second and not for each message.
    private static final long STEP = SECOND / 10;

    private final int perSecond;
    private final LongSupplier nanoTime;
    private long taken;

    /// @param perSecond the rate; zero for any
    /// @param nanoTime  as [System#nanoTime]
    Pace(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        taken = perSecond == 0 ? 0 : nanoTime.getAsLong();
    }

    /// How long to wait before more is taken, in nanoseconds.
    long delay() {
        if (perSecond == 0) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        long ahead = taken - now;
        if (ahead < 0) {
            // Silence is not saved up.
            taken = now;
        }
        return ahead < SECOND ? 0 : ahead - SECOND + STEP;
    }

    void take(int count) {
        if (perSecond != 0) {
            taken += count * SECOND / perSecond;
        }
    }

    /// How many may be taken at once now, at least one.
    int room() {
        if (perSecond == 0) {
            return Integer.MAX_VALUE;
        }
        long left = Math.clamp(nanoTime.getAsLong() + SECOND - taken, 0, SECOND);
        return (int) Math.max(1, left * perSecond / SECOND);
    }
}
