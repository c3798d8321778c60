package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The way in for clients: the loop reads, and the handler takes what it has read. So the end of a connection is known at once, even
/// while its user sits at a prompt and nobody reads.
final class ReadAhead implements Inlet {

    private static final int LIMIT = 256 * 1024;

    private final SocketChannel channel;
    private final Interest interest;
    private final Waiter waiter;
    private final BufferPool buffers;
    private final Consumer<String> ended;
    private final ArrayDeque<ByteBuffer> chunks = new ArrayDeque<>();
    private int size;
    private boolean paused;
    private boolean stopped;
    private boolean over;
    private @Nullable IOException failure;

    /// @param ended is told why the stream has ended, once, by a thread of its own
    ReadAhead(SocketChannel channel, Interest interest, Waiter waiter, BufferPool buffers, Consumer<String> ended) {
        this.channel = channel;
        this.interest = interest;
        this.waiter = waiter;
        this.buffers = buffers;
        this.ended = ended;
    }

    @Override
    public synchronized boolean isReady() {
        return !chunks.isEmpty() || stopped || over;
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        ByteBuffer chunk = chunks.peek();
        if (chunk == null) {
            if (failure != null && !stopped) {
                throw failure;
            }
            return stopped || over ? -1 : 0;
        }
        int count = Math.min(chunk.remaining(), target.remaining());
        target.put(chunk.slice(chunk.position(), count));
        chunk.position(chunk.position() + count);
        if (!chunk.hasRemaining()) {
            chunks.remove();
        }
        size -= count;
        resume();
        return count;
    }

    private void resume() {
        if (paused && size < LIMIT) {
            paused = false;
            interest.on(SelectionKey.OP_READ);
        }
    }

    @Override
    public void readable() {
        ByteBuffer buffer = buffers.take(BufferPool.LARGE);
        try {
            int count = channel.read(buffer);
            if (count < 0) {
                finish("closed by the server", null);
            } else {
                add(buffer.flip());
            }
        } catch (IOException e) {
            finish(Ending.words(e), e);
        } finally {
            buffers.give(buffer);
        }
        waiter.wake();
    }

    private synchronized void add(ByteBuffer arrived) {
        // After the end, what still comes is dropped: closing with unread bytes would be a reset.
        if (!stopped && arrived.hasRemaining()) {
            chunks.add(ByteBuffer.allocate(arrived.remaining()).put(arrived).flip());
            size += arrived.position();
            if (size >= LIMIT) {
                paused = true;
                interest.off(SelectionKey.OP_READ);
            }
        }
    }

    private synchronized void finish(String reason, @Nullable IOException e) {
        if (!over) {
            over = true;
            failure = e;
            interest.off(SelectionKey.OP_READ);
            notifyAll();
            // The loop must not wait for whatever is done about it.
            CarriedThreads.aside("patchbay-ended", () -> ended.accept(reason)).start();
        }
    }

    @Override
    public void stop() {
        synchronized (this) {
            stopped = true;
            chunks.clear();
            size = 0;
            resume();
        }
        waiter.wake();
    }

    @Override
    public void closed() {
        finish("closed here", null);
    }

    /// Waits until the server has closed, or the time is over.
    synchronized void awaitEnd(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); !over && left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }
}
