package dev.patchbay.api.wire;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.nio.ByteBuffer;

/// How every codec waits for input: for the next message, or for the rest of one.
final class Inbound {

    private final Transport transport;

    Inbound(Transport transport) {
        this.transport = transport;
    }

    /// Waits for the first byte of a message; false if the peer closed instead.
    boolean hasNext() {
        return transport.input().hasRemaining() || transport.fill(1, Wait.NEXT_MESSAGE) > 0;
    }

    /// Waits for the first byte of a message, which there must be.
    ByteBuffer next() {
        if (!hasNext()) {
            throw new ConnectionException(Reason.CLOSED_BY_PEER, "closed by the peer");
        }
        return transport.input();
    }

    /// Waits for a message, or the part of it, that has this many bytes.
    ByteBuffer await(int bytes, String what) {
        ByteBuffer input = next();
        if (input.remaining() >= bytes) {
            return input;
        }
        int there = transport.fill(bytes, Wait.REST_OF_MESSAGE);
        if (there < bytes) {
            throw new ConnectionException(Reason.CUT_SHORT, "closed by the peer after " + there + " of " + bytes + " bytes of " + what);
        }
        return transport.input();
    }

    /// Waits for at least one byte more than there is; false if the peer closed instead.
    boolean more(Wait wait) {
        int there = transport.input().remaining();
        return transport.fill(there + 1, wait) > there;
    }
}
