package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.Wait;
import java.time.Duration;

/// How long the waits of one connection may last. Of its handler, like the buffers.
final class WaitLimits {

    private final Duration messageTime;
    private Duration idleTime;
    private long messageAt = -1;
    private long messageDeadline = Deadlines.NONE;

    WaitLimits(Duration messageTime, Duration idleTime) {
        this.messageTime = messageTime;
        this.idleTime = idleTime;
    }

    void idleTime(Duration time) {
        idleTime = time;
    }

    /// The deadline of a wait that begins now.
    ///
    /// @param consumed how many bytes of the stream have been consumed, which tells one message from the next
    long deadline(Wait wait, long consumed) {
        return switch (wait) {
            case NEXT_MESSAGE -> Deadlines.in(idleTime);
            case CONTENT -> Deadlines.in(messageTime);
            case REST_OF_MESSAGE -> {
                // All waits for one message share a deadline, or a peer that sends a byte a second had all the time it wants.
                if (consumed != messageAt) {
                    messageAt = consumed;
                    messageDeadline = Deadlines.in(messageTime);
                }
                yield messageDeadline;
            }
        };
    }

    /// Gives the peer more time for the message it has begun, because it was held back.
    void extend(long nanos) {
        if (messageDeadline != Deadlines.NONE) {
            messageDeadline += nanos;
        }
    }
}
