package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads ahead from a socket in a thread of its own, for clients: so the end of a connection is known at once, even while its
/// user sits at a prompt and nobody reads; and a reader that waits can be interrupted without closing the channel.
final class Pump implements Source {

    private static final int CHUNK = 8 * 1024;
    private static final int LIMIT = 256 * 1024;

    private final SocketChannel channel;
    private final Consumer<String> ended;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<ByteBuffer> chunks = new ArrayDeque<>();
    private int size;
    private boolean over;
    private boolean stopped;
    private @Nullable IOException failure;

    /// @param ended is told why the stream has ended, once, by the pump's thread
    Pump(SocketChannel channel, Consumer<String> ended) {
        this.channel = channel;
        this.ended = ended;
    }

    void start() {
        Thread.ofVirtual().name("patchbay-pump").start(this::run);
    }

    @Override
    public int read(ByteBuffer target) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (chunks.isEmpty() && !over && !stopped) {
                changed.await();
            }
            ByteBuffer chunk = chunks.peek();
            if (stopped || chunk == null) {
                if (failure != null && !stopped) {
                    throw failure;
                }
                return -1;
            }
            int count = Math.min(chunk.remaining(), target.remaining());
            target.put(chunk.slice(chunk.position(), count));
            chunk.position(chunk.position() + count);
            if (!chunk.hasRemaining()) {
                chunks.remove();
            }
            size -= count;
            changed.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end() {
        lock.lock();
        try {
            stopped = true;
            chunks.clear();
            size = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the server has closed, or the time is over.
    void awaitEnd(Duration time) throws InterruptedException {
        long left = time.toNanos();
        lock.lock();
        try {
            while (!over && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        String reason = "closed by the server";
        try {
            while (true) {
                ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
                if (channel.read(chunk) < 0) {
                    break;
                }
                put(chunk.flip());
            }
        } catch (IOException e) {
            reason = Ending.words(e);
            failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish();
            ended.accept(reason);
        }
    }

    private void put(ByteBuffer chunk) throws InterruptedException {
        lock.lock();
        try {
            while (size >= LIMIT && !stopped) {
                changed.await();
            }
            // After the end, what still comes is dropped: closing with unread bytes would be a reset.
            if (!stopped) {
                chunks.add(chunk);
                size += chunk.remaining();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void failure(IOException e) {
        lock.lock();
        try {
            failure = e;
        } finally {
            lock.unlock();
        }
    }

    private void finish() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
