package dev.patchbay.guess;

import java.time.Instant;

/// A client in the game. What it says of itself belongs to the round that it has guessed in, and is guarded by the [Game].
final class Player {

    private final Runnable disconnecting;

    /// Whether it has named a wrong number.
    boolean out;

    /// When it last asked something.
    Instant asked = Instant.MIN;

    /// @param disconnecting ends its connection, without waiting for that
    Player(Runnable disconnecting) {
        this.disconnecting = disconnecting;
    }

    void disconnect() {
        disconnecting.run();
    }
}
