package dev.patchbay.cli.bench;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/// Counts exchanges and the time each takes, while it runs. Those who record share few histograms, since each is large, and are merged at
/// the end.
final class Meter {

    /// In nanoseconds: what is shorter is not told apart.
    private static final long SHORTEST = 100;

    /// In nanoseconds, an hour: what is longer counts as that.
    private static final long LONGEST = 3_600_000_000_000L;

    private static final int DIGITS = 3;
    private static final int MOST_STRIPES = 64;

    private final AtomicHistogram[] stripes;
    private final LongAdder counted = new LongAdder();
    private volatile boolean running;
    private volatile long began;
    private volatile long ended;

    /// @param recorders how many will record
    Meter(int recorders) {
        stripes = IntStream.range(0, Math.min(recorders, MOST_STRIPES))
                .mapToObj(_ -> new AtomicHistogram(SHORTEST, LONGEST, DIGITS))
                .toArray(AtomicHistogram[]::new);
    }

    void begin() {
        began = System.nanoTime();
        running = true;
    }

    void end() {
        running = false;
        ended = System.nanoTime();
    }

    /// Counts an exchange.
    ///
    /// @param recorder the number of who records it
    /// @param nanos    how long it took
    void record(int recorder, long nanos) {
        if (running) {
            stripes[recorder % stripes.length].recordValue(Math.min(nanos, LONGEST));
        }
    }

    /// Counts what came with an exchange.
    void count(long amount) {
        if (running) {
            counted.add(amount);
        }
    }

    /// {@return how many exchanges there have been so far}
    long exchanges() {
        return Stream.of(stripes).mapToLong(AtomicHistogram::getTotalCount).sum();
    }

    /// {@return how much came with them}
    long counted() {
        return counted.sum();
    }

    /// {@return how long it has run, in nanoseconds}
    long elapsed() {
        return (running ? System.nanoTime() : ended) - began;
    }

    /// {@return how long exchanges took, in nanoseconds}
    Histogram times() {
        Histogram all = new Histogram(SHORTEST, LONGEST, DIGITS);
        Stream.of(stripes).forEach(all::add);
        return all;
    }
}
