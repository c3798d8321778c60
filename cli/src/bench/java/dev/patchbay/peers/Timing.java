package dev.patchbay.peers;

import java.time.Duration;

/// How long a load lasts.
///
/// @param learning before the first round, for the compilers of the servers
/// @param warmup before it is measured
/// @param window while it is measured
record Timing(Duration learning, Duration warmup, Duration window) {

    Timing first() {
        return new Timing(learning, learning, Duration.ZERO);
    }
}
