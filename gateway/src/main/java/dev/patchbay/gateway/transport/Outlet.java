package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.Message;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/// The way out of a connection: whoever writes to the socket does it here, whole messages at a time. Only the handler waits here, and for
/// its own bytes alone; what the socket does not take at once is written by the loop as it does.
final class Outlet {

    /// What waits to be written: a message somebody published, or the rest of what the handler has sent.
    private record Waiting(ByteBuffer bytes, int size, boolean published) {}

    private final SocketChannel channel;
    private final Interest interest;
    private final TransportLimits limits;
    private final BacklogBudget budget;
    private final Waiter waiter;
    private final Watched connection;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>(1);
    private long published;
    private long written;
    private boolean closed;

    /// The handler sends a file, and nobody else writes.
    private boolean filing;

    /// The socket has taken nothing of the file, and not told yet that it takes more.
    private volatile boolean full;

    /// How many of what is in the queue are the handler's own.
    private volatile int own;

    private volatile boolean idle = true;
    private volatile long deadline = Deadlines.NONE;

    /// @param budget     counts what is published and waits here
    /// @param waiter     lets the handler wait
    /// @param connection is watched while something waits here, and told of a write that failed beside the handler
    Outlet(SocketChannel channel, Interest interest, TransportLimits limits, BacklogBudget budget, Waiter waiter, Watched connection) {
        this.channel = channel;
        this.interest = interest;
        this.limits = limits;
        this.budget = budget;
        this.waiter = waiter;
        this.connection = connection;
    }

    /// Writes bytes of the handler, which are its own again.
    ///
    /// @return whether the socket has taken all; if not, the handler has to [wait][#awaitTaken]
    synchronized boolean write(ByteBuffer bytes) throws IOException {
        if (idle) {
            written += channel.write(bytes);
        }
        if (!bytes.hasRemaining()) {
            return true;
        }
        own = own + 1;
        int size = bytes.remaining();
        add(new Waiting(ByteBuffer.allocate(size).put(bytes).flip(), size, false));
        return false;
    }

    /// {@return whether bytes of the handler wait}
    boolean isBlocked() {
        return own > 0;
    }

    /// Waits until the socket has taken all that the handler has written.
    void awaitTaken() {
        waiter.await(() -> !isBlocked());
    }

    /// Writes a message as far as the socket takes it, and leaves the rest to be written; false if the backlog has no room for it.
    synchronized boolean offer(Message message) {
        if (closed) {
            return true;
        }
        if (published > 0 && published + message.size() > limits.backlog()) {
            return false;
        }
        ByteBuffer bytes = message.buffer();
        try {
            if (idle) {
                written += channel.write(bytes);
            }
        } catch (IOException e) {
            connection.broken(e);
            return true;
        }
        if (bytes.hasRemaining()) {
            add(new Waiting(bytes, bytes.remaining(), true));
            count(bytes.remaining());
        }
        return true;
    }

    private void add(Waiting waiting) {
        queue.add(waiting);
        if (idle) {
            busy();
            interest.on(SelectionKey.OP_WRITE);
        }
    }

    private void busy() {
        idle = false;
        progressed();
        connection.watchIfNeeded();
    }

    private void progressed() {
        deadline = Deadlines.in(limits.messageTime());
    }

    private void count(long bytes) {
        published += bytes;
        budget.add(bytes);
    }

    /// Tells, by the loop's thread, that the socket takes more.
    void writable() {
        try {
            if (drain()) {
                waiter.wake();
            }
        } catch (IOException e) {
            connection.broken(e);
        }
    }

    /// {@return whether there is something to tell the handler}
    private synchronized boolean drain() throws IOException {
        if (filing) {
            interest.off(SelectionKey.OP_WRITE);
            full = false;
            return true;
        }
        boolean unblocked = false;
        for (Waiting first = queue.peek(); first != null; first = queue.peek()) {
            int count = channel.write(first.bytes);
            written += count;
            if (first.bytes.hasRemaining()) {
                if (count > 0) {
                    progressed();
                }
                return unblocked;
            }
            queue.remove();
            if (first.published) {
                count(-first.size);
            } else {
                own = own - 1;
                unblocked = true;
            }
        }
        interest.off(SelectionKey.OP_WRITE);
        rest();
        return true;
    }

    private void rest() {
        deadline = Deadlines.NONE;
        idle = true;
        notifyAll();
    }

    /// Waits until nothing waits to be written, or the time is over, or the connection has ended.
    synchronized void awaitIdle(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); !idle && !closed && left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }

    /// Sends a part of a file, and waits until the socket has taken all of it.
    void send(FileChannel file, long position, long count) throws IOException {
        waiter.await(this::beginFile);
        try {
            for (long sent = 0; sent < count; ) {
                sent += transfer(file, position + sent, count - sent);
                if (full) {
                    waiter.await(() -> !full);
                }
            }
        } finally {
            endFile();
        }
    }

    private synchronized boolean beginFile() {
        if (idle) {
            busy();
            filing = true;
        }
        return filing;
    }

    private long transfer(FileChannel file, long position, long count) throws IOException {
        long sent = file.transferTo(position, count, channel);
        if (sent > 0) {
            sent(sent);
        } else if (position >= file.size()) {
            throw new EOFException("the file is shorter than what was promised");
        } else {
            full = true;
            interest.on(SelectionKey.OP_WRITE);
        }
        return sent;
    }

    private synchronized void sent(long count) {
        written += count;
        progressed();
    }

    /// What others have published meanwhile is sent now.
    private synchronized void endFile() {
        filing = false;
        full = false;
        if (queue.isEmpty()) {
            rest();
        } else {
            interest.on(SelectionKey.OP_WRITE);
        }
    }

    /// Drops what waits, and whatever is offered from now on: the connection has ended.
    synchronized void close() {
        closed = true;
        queue.clear();
        count(-published);
        notifyAll();
    }

    /// {@return whether nothing waits to be written}
    boolean isIdle() {
        return idle;
    }

    /// {@return how many published bytes wait}
    synchronized long waiting() {
        return published;
    }

    /// {@return when a write that waits has waited too long}
    long deadline() {
        return deadline;
    }

    /// {@return how many bytes the system has taken}
    synchronized long written() {
        return written;
    }
}
