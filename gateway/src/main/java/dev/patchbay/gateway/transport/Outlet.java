package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.Message;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The way out of a connection: whoever writes to the socket does it here, whole messages at a time.
///
/// Two locks, so that nobody who publishes waits for the socket: `writing` is held while bytes go to the socket, `queue` only
/// while the backlog is touched.
final class Outlet {

    private static final int SOME = 16 * 1024;

    private final SocketChannel channel;
    private final TransportLimits limits;
    private final BacklogBudget budget;
    private final Consumer<IOException> failed;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock queue = new ReentrantLock();
    private final Condition drained = queue.newCondition();
    private final ArrayDeque<Message> backlog = new ArrayDeque<>();
    private long waiting;
    private boolean draining;
    private boolean closed;
    private final AtomicLong written = new AtomicLong();
    private volatile long deadline = Deadlines.NONE;

    /// @param budget counts what waits here
    /// @param failed is told of a write that failed beside the handler
    Outlet(SocketChannel channel, TransportLimits limits, BacklogBudget budget, Consumer<IOException> failed) {
        this.channel = channel;
        this.limits = limits;
        this.budget = budget;
        this.failed = failed;
    }

    /// Writes all of the buffer, however long the peer takes.
    void write(ByteBuffer bytes) throws IOException {
        writing.lock();
        try {
            while (bytes.hasRemaining()) {
                deadline = Deadlines.in(limits.messageTime());
                written.addAndGet(channel.write(bytes));
            }
        } finally {
            deadline = Deadlines.NONE;
            writing.unlock();
        }
    }

    /// Writes a part of a file, however long the peer takes.
    void write(FileChannel file, long position, long count) throws IOException {
        writing.lock();
        try {
            long done = 0;
            while (done < count) {
                deadline = Deadlines.in(limits.messageTime());
                long sent = file.transferTo(position + done, count - done, channel);
                // What a full socket says at once, without waiting until it takes more.
                done += sent > 0 ? sent : writeSome(file, position + done, count - done);
                written.addAndGet(sent);
            }
        } finally {
            deadline = Deadlines.NONE;
            writing.unlock();
        }
    }

    /// Writes a little of a file in the ordinary way, which waits for the peer.
    private int writeSome(FileChannel file, long position, long count) throws IOException {
        ByteBuffer some = ByteBuffer.allocate((int) Math.min(SOME, count));
        if (file.read(some, position) < 0) {
            throw new EOFException("the file is shorter than what was promised");
        }
        some.flip();
        int size = some.remaining();
        while (some.hasRemaining()) {
            written.addAndGet(channel.write(some));
        }
        return size;
    }

    /// Leaves a message to be written soon and returns at once; false if the backlog has no room for it.
    boolean offer(Message message) {
        queue.lock();
        try {
            if (waiting > 0 && waiting + message.size() > limits.backlog()) {
                return false;
            }
            if (closed) {
                return true;
            }
            backlog.add(message);
            count(message.size());
            if (!draining) {
                draining = true;
                Thread.ofVirtual().name("patchbay-backlog").start(this::drain);
            }
            return true;
        } finally {
            queue.unlock();
        }
    }

    /// Drops what waits, and whatever is offered from now on: the connection has ended.
    void close() {
        queue.lock();
        try {
            closed = true;
            backlog.clear();
            count(-waiting);
        } finally {
            queue.unlock();
        }
    }

    private void count(long bytes) {
        waiting += bytes;
        budget.add(bytes);
    }

    /// {@return how many bytes wait}
    long waiting() {
        queue.lock();
        try {
            return waiting;
        } finally {
            queue.unlock();
        }
    }

    /// Waits until nothing is being written and the backlog is empty, or the time is over.
    void await(Duration time) throws InterruptedException {
        long left = time.toNanos();
        queue.lock();
        try {
            while (draining && left > 0) {
                left = drained.awaitNanos(left);
            }
        } finally {
            queue.unlock();
        }
        if (writing.tryLock(left, TimeUnit.NANOSECONDS)) {
            writing.unlock();
        }
    }

    /// {@return when a write that waits has waited too long}
    long deadline() {
        return deadline;
    }

    /// {@return how many bytes the system has taken}
    long written() {
        return written.get();
    }

    private void drain() {
        try {
            Message message;
            while ((message = first()) != null) {
                write(message.buffer());
                done(message);
            }
        } catch (IOException e) {
            failed.accept(e);
            queue.lock();
            try {
                stop();
            } finally {
                queue.unlock();
            }
        }
    }

    private void stop() {
        draining = false;
        drained.signalAll();
    }

    /// The message to write next; it stays in the count of what waits until the system has taken it.
    private @Nullable Message first() {
        queue.lock();
        try {
            Message message = backlog.peek();
            if (message == null) {
                stop();
            }
            return message;
        } finally {
            queue.unlock();
        }
    }

    private void done(Message message) {
        queue.lock();
        try {
            if (!closed) {
                backlog.remove();
                count(-message.size());
            }
        } finally {
            queue.unlock();
        }
    }
}
