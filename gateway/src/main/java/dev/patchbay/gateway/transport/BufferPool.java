package dev.patchbay.gateway.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/// Buffers that connections borrow while they have something in them: most connections are silent most of the time, and those that talk
/// take turns. They are outside of the heap, so that the system reads and writes them as they are. Safe for all threads.
final class BufferPool {

    /// What a message and its answer take.
    static final int SMALL = 16 * 1024;

    /// What a batch grows to before it is sent, and a read before it is handed on.
    static final int LARGE = 64 * 1024;

    private final Shelf small = new Shelf(SMALL, 128);
    private final Shelf large = new Shelf(LARGE, 32);

    /// {@return an empty buffer of at least this capacity, which is to be given back if it [is one of ours][#isPooled]}
    ByteBuffer take(int capacity) {
        return capacity <= SMALL ? small.take() : capacity <= LARGE ? large.take() : ByteBuffer.allocate(capacity);
    }

    /// Takes a buffer back; nobody may use it any more.
    void give(ByteBuffer buffer) {
        if (isPooled(buffer)) {
            (buffer.capacity() == SMALL ? small : large).give(buffer);
        }
    }

    private static boolean isPooled(ByteBuffer buffer) {
        return buffer.isDirect();
    }

    /// Buffers of one size. Who finds it in use does without it: that is rare, and waiting would cost more.
    private static final class Shelf {

        private final int size;
        private final ByteBuffer[] buffers;
        private final AtomicBoolean used = new AtomicBoolean();
        private int count;

        Shelf(int size, int most) {
            this.size = size;
            buffers = new ByteBuffer[most];
        }

        ByteBuffer take() {
            if (used.compareAndSet(false, true)) {
                ByteBuffer buffer = count == 0 ? null : buffers[--count];
                used.setRelease(false);
                if (buffer != null) {
                    return buffer.clear();
                }
            }
            return ByteBuffer.allocateDirect(size);
        }

        void give(ByteBuffer buffer) {
            if (used.compareAndSet(false, true)) {
                if (count < buffers.length) {
                    buffers[count++] = buffer;
                }
                used.setRelease(false);
            }
        }
    }
}
