package dev.patchbay.testkit;

import java.time.Duration;

/// How long a test waits for what has to come.
record Patience(Duration time) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(10));

    /// For what else there may be, when a test has failed already.
    static final Patience SHORT = new Patience(Duration.ofMillis(100));

    /// {@return as sockets want it, which take 0 for ever}
    int millis() {
        return Math.max(1, Math.toIntExact(time.toMillis()));
    }

    /// {@return it in words, such as `10 s`}
    @Override
    public String toString() {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
