package dev.patchbay.peers;

import java.util.Arrays;

/// How long replies took, counted by microsecond; what takes longer than a second counts as one.
final class Latencies {

    private static final int LONGEST = 1_000_000;

    private final int[] counts = new int[LONGEST + 1];
    private long total;

    void add(long nanos) {
        counts[(int) Math.min(nanos / 1000, LONGEST)]++;
        total++;
    }

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    long total() {
        return total;
    }

    /// {@return the time in microseconds within which that part of the replies came}
    int within(double part) {
        long left = (long) Math.ceil(part * total);
        int micros = 0;
        while (micros < LONGEST && (left -= counts[micros]) > 0) {
            micros++;
        }
        return micros;
    }
}
