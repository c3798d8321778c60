package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.nio.ByteBuffer;

/// How every codec waits for input: for the next message, or for the rest of one.
final class Inbound {

    private static final int SHOWN = 40;

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
        return await(bytes, bytes, what);
    }

    /// Waits for the first bytes of a message, or of a part of it, that has `size` of them.
    private ByteBuffer await(int bytes, int size, String what) {
        ByteBuffer input = next();
        if (input.remaining() >= bytes) {
            return input;
        }
        int there = transport.fill(bytes, Wait.REST_OF_MESSAGE);
        if (there < bytes) {
            throw new ConnectionException(Reason.CUT_SHORT, "closed by the peer after " + there + " of " + size + " bytes of " + what);
        }
        return transport.input();
    }

    /// Waits for exactly the bytes of a message, and consumes them.
    void expect(Message message) {
        int size = message.size();
        ByteBuffer input = transport.input();
        for (int same = message.common(input); same < size; same = message.common(input)) {
            int there = input.remaining();
            if (same < there) {
                throw ConnectionException.violation("'" + text(input) + "' came where '" + text(message.buffer()) + "' was expected");
            }
            input = await(there + 1, size, "what was expected");
        }
        input.position(input.position() + size);
        transport.consumed();
    }

    /// As far as a person wants to read it.
    private static String text(ByteBuffer bytes) {
        byte[] shown = new byte[Math.min(bytes.remaining(), SHOWN)];
        bytes.get(bytes.position(), shown);
        return new String(shown, ISO_8859_1) + (bytes.remaining() > SHOWN ? "..." : "");
    }

    /// Waits for at least one byte more than there is; false if the peer closed instead.
    boolean more(Wait wait) {
        int there = transport.input().remaining();
        return transport.fill(there + 1, wait) > there;
    }
}
