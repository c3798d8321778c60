package dev.patchbay.cli.bench;

import dev.patchbay.cli.shell.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// The time of a run, which passes in stretches, and may be cut short by another thread.
public final class Course {

    private static final long TICK = 100_000_000;

    private final CountDownLatch cut = new CountDownLatch(1);

    /// Lets time pass.
    ///
    /// @param over ends it before its time
    /// @param tick is told now and then how many nanoseconds have passed
    void pass(Duration stretch, BooleanSupplier over, LongConsumer tick) throws InterruptedException {
        long began = System.nanoTime();
        long passed = 0;
        while (passed < stretch.toNanos() && !over.getAsBoolean() && cut.getCount() > 0) {
            tick.accept(passed);
            var _ = cut.await(Math.min(TICK, stretch.toNanos() - passed), TimeUnit.NANOSECONDS);
            passed = System.nanoTime() - began;
        }
    }

    /// Ends this stretch and all that follow.
    public void cut() {
        cut.countDown();
    }

    /// Ends a run that was cut short too early to have found anything.
    ///
    /// @throws BenchFailure if it was
    void check() {
        if (cut.getCount() == 0) {
            throw new BenchFailure(ExitCode.FAILED, "stopped before anything was measured");
        }
    }
}
