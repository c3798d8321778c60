package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The two buffers of a connection, which belong to its handler. They begin small, grow with what passes through, and are given
/// up when a large one has become empty, since most connections are silent most of the time.
final class Buffers {

    /// What a batch grows to before it is sent, and a read before it is handed on.
    static final int LARGE = 64 * 1024;

    private static final int SMALL = 2 * 1024;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private ByteBuffer input = NONE;
    private ByteBuffer output = NONE;

    /// The bytes not consumed yet, from position to limit.
    ByteBuffer input() {
        return input;
    }

    /// Reads once from the source, behind the bytes not consumed yet; what the source returned.
    ///
    /// @param wanted how many bytes there are to be room for
    /// @param most   how many bytes to read
    int receive(Source source, int wanted, int most) throws IOException, InterruptedException {
        makeRoom(wanted);
        int start = input.position();
        int end = input.limit();
        input.limit(end + Math.min(most, input.capacity() - end)).position(end);
        try {
            return source.read(input);
        } finally {
            input.limit(input.position()).position(start);
        }
    }

    private void makeRoom(int wanted) {
        int unread = input.remaining();
        // A buffer that a read has filled to its end had more to come: the next read may take twice as much at once.
        boolean full = input.limit() == input.capacity() && input.position() == 0;
        int capacity = Math.max(wanted, full ? Math.min(LARGE, input.capacity() * 2) : 0);
        if (unread == 0 && input.capacity() > SMALL && !full && wanted <= SMALL) {
            input = ByteBuffer.allocate(SMALL).limit(0);
        } else if (capacity > input.capacity() || input.capacity() == 0) {
            input = ByteBuffer.allocate(Math.max(capacity, SMALL)).put(input).flip();
        } else {
            input.compact().flip();
        }
    }

    /// {@return whether a message of this size can be added without sending earlier ones}
    boolean fits(int size) {
        return output.remaining() >= size || output.position() == 0 || output.position() + size <= LARGE;
    }

    /// {@return the output buffer, with room for a message of this size}
    ByteBuffer output(int size) {
        if (output.remaining() < size) {
            int capacity = Math.max(Math.max(SMALL, output.capacity() * 2), output.position() + size);
            output = ByteBuffer.allocate(capacity).put(output.flip());
        }
        return output;
    }

    boolean hasOutput() {
        return output.position() > 0;
    }

    /// {@return what is to be sent; to be followed by `sent`}
    ByteBuffer unsent() {
        return output.flip();
    }

    /// {@return a copy of what is to be sent, which counts as sent}
    byte[] takeUnsent() {
        byte[] bytes = new byte[unsent().remaining()];
        output.get(bytes);
        sent();
        return bytes;
    }

    void sent() {
        if (output.capacity() > SMALL) {
            output = NONE;
        } else {
            output.clear();
        }
    }
}
