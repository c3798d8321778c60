package dev.patchbay.peers;

import java.time.Duration;

/// How long a load runs before it is measured, and how long it is.
record Timing(Duration warmup, Duration window) {}
