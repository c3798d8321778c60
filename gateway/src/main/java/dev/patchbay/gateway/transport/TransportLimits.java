package dev.patchbay.gateway.transport;

import java.time.Duration;

/// What a connection may take.
///
/// @param messageTime       how long the rest of a message that has begun may take, and how long a peer may take nothing of what is
///                          sent to it; zero for ever
/// @param idleTime          how long a peer may stay silent between messages; zero for ever
/// @param backlog           how many bytes that others publish may wait for a peer that is slow
/// @param bytesPerSecond    how many bytes are read in a second; zero for any number
/// @param messagesPerSecond how many messages are handed on in a second; zero for any number
public record TransportLimits(Duration messageTime, Duration idleTime, int backlog, int bytesPerSecond, int messagesPerSecond) {

    /// No limits of time, and a backlog of a megabyte.
    public static final TransportLimits NONE = new TransportLimits(Duration.ZERO, Duration.ZERO, 1 << 20);

    /// Creates limits without rates.
    public TransportLimits(Duration messageTime, Duration idleTime, int backlog) {
        this(messageTime, idleTime, backlog, 0, 0);
    }
}
