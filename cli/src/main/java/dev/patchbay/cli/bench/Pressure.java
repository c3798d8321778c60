package dev.patchbay.cli.bench;

import dev.patchbay.api.client.Item;
import java.time.Duration;

/// How much of a load, and for how long.
///
/// @param connections how many connections there are
/// @param depth       how many requests are under way on each at a time
/// @param size        the size of a request or file, in bytes; 0 for a load that has none
/// @param warmup      how long it runs before it is measured
/// @param window      how long it is measured
public record Pressure(int connections, int depth, long size, Duration warmup, Duration window) {

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(5);

    /// {@return how long a reply that is missing at the end may take: as long as what was measured, within reason, or twice as long as the
    /// slowest of them took}
    ///
    /// @param slowest how long that was, in nanoseconds
    Duration patience(long slowest) {
        long measured = Math.clamp(window.toNanos(), LEAST_PATIENCE.toNanos(), MOST_PATIENCE.toNanos());
        return Duration.ofNanos(Math.max(measured, 2 * slowest));
    }


    Item describe(Item item) {
        return item.with("connections", connections).with("depth", depth).with("size_bytes", size);
    }
}
