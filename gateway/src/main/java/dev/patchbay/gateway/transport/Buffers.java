package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The two buffers of a connection, which belong to its handler. They are borrowed from the pool while there is something in them;
/// what is left in one while the handler waits is kept in as little memory as it needs.
final class Buffers {

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final BufferPool pool;
    private ByteBuffer input = NONE;
    private ByteBuffer output = NONE;
    private boolean filled;

    Buffers(BufferPool pool) {
        this.pool = pool;
    }

    /// The bytes not consumed yet, from position to limit.
    ByteBuffer input() {
        return input;
    }

    /// Reads once from the source, behind the bytes not consumed yet; what the source returned.
    ///
    /// @param wanted how many bytes there are to be room for
    /// @param most   how many bytes to read
    int receive(Source source, int wanted, int most) throws IOException {
        makeRoom(wanted);
        int start = input.position();
        int end = input.limit();
        int room = Math.min(most, input.capacity() - end);
        input.limit(end + room).position(end);
        try {
            int count = source.read(input);
            filled = count == room;
            return count;
        } finally {
            input.limit(input.position()).position(start);
        }
    }

    /// A buffer that a read has filled had more to come: the next read may take more at once.
    private void makeRoom(int wanted) {
        int capacity = Math.max(wanted, filled ? BufferPool.LARGE : 1);
        if (input.capacity() < capacity || !input.isDirect()) {
            ByteBuffer larger = pool.take(Math.max(capacity, input.remaining() + 1)).put(input).flip();
            pool.give(input);
            input = larger;
        } else if (!input.hasRemaining()) {
            input.clear().limit(0);
        } else if (input.position() > 0) {
            input.compact().flip();
        }
    }

    /// {@return whether a message of this size can be added without sending earlier ones}
    boolean fits(int size) {
        return output.remaining() >= size || output.position() == 0 || output.position() + size <= BufferPool.LARGE;
    }

    /// {@return the output buffer, with room for a message of this size}
    ByteBuffer output(int size) {
        if (output.remaining() < size) {
            ByteBuffer larger = pool.take(output.position() + size).put(output.flip());
            pool.give(output);
            output = larger;
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

    void sent() {
        output.clear();
    }

    /// Gives up what is not needed while the handler waits; to be called without output.
    void rest() {
        ByteBuffer left = input;
        if (!left.hasRemaining()) {
            release();
        } else if (left.isDirect()) {
            ByteBuffer kept = ByteBuffer.allocate(left.remaining()).put(left).flip();
            release();
            input = kept;
        }
    }

    /// Gives up everything.
    void release() {
        pool.give(output);
        output = NONE;
        pool.give(input);
        input = NONE;
    }
}
