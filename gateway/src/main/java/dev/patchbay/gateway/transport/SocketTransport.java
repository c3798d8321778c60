package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Message;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.api.wire.Wait;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection over a blocking socket channel. The invariants stand in the package's description.
public final class SocketTransport implements Transport {

    /// How long a peer is given to take the end of what was sent, before the connection is closed under it.
    private static final Duration LINGER = Duration.ofSeconds(1);

    /// How long a peer that talks is silent before it counts as one that waits too.
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final SocketChannel channel;
    private final Source source;
    private final TransportLimits limits;
    private final Deadlines deadlines;
    private final InetSocketAddress peer;
    private final InetSocketAddress local;
    private final Ending ending = new Ending();
    private final Buffers buffers = new Buffers();
    private final Outlet outlet;
    private final BacklogBudget budget;
    private final Pace bytes;
    private final Pace messages;
    private final WaitLimits waits;
    private final Turns turns = new Turns();

    private long received;
    private boolean inputEnded;
    private volatile long readDeadline = Deadlines.NONE;
    private volatile boolean atBoundary;
    private volatile long lastReceived = System.nanoTime();
    private volatile @Nullable String closing;

    private SocketTransport(SocketChannel channel, Source source, TransportLimits limits, Deadlines deadlines, BacklogBudget budget)
            throws IOException {
        this.channel = channel;
        this.source = source;
        this.limits = limits;
        this.deadlines = deadlines;
        waits = new WaitLimits(limits.messageTime(), limits.idleTime());
        this.budget = budget;
        outlet = new Outlet(channel, limits, budget, this::broken);
        bytes = new Pace(limits.bytesPerSecond(), System::nanoTime);
        messages = new Pace(limits.messagesPerSecond(), System::nanoTime);
        peer = (InetSocketAddress) channel.getRemoteAddress();
        local = (InetSocketAddress) channel.getLocalAddress();
        // Replies are batched here, where message boundaries are known: the system's own batching would only delay them.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // There is no idle limit by default, so this is how a peer that vanished is found out.
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        deadlines.watch(this);
    }

    /// {@return a transport over a channel that was accepted; whoever serves it calls [#finish] at the end}
    ///
    /// @param budget of the backlogs of all that were accepted
    /// @throws IOException if the connection is gone already
    public static SocketTransport accepted(SocketChannel channel, TransportLimits limits, Deadlines deadlines, BacklogBudget budget)
            throws IOException {
        return new SocketTransport(channel, new ChannelSource(channel), limits, deadlines, budget);
    }

    /// {@return a transport over a channel that was connected}
    ///
    /// A thread of its own reads ahead, so that the end of the connection is known at once even while nobody reads, and so that a
    /// reader can be interrupted without breaking the connection. [#closeGently] does all there is to do at the end.
    ///
    /// @param ended is told in a few words why the connection has ended, once, by another thread
    /// @throws IOException if the connection is gone already
    public static SocketTransport connected(SocketChannel channel, TransportLimits limits, Deadlines deadlines, Consumer<String> ended)
            throws IOException {
        Pump pump = new Pump(channel, ended);
        SocketTransport transport = new SocketTransport(channel, pump, limits, deadlines, new BacklogBudget(Long.MAX_VALUE, deadlines));
        pump.start();
        return transport;
    }

    @Override
    public ByteBuffer input() {
        return buffers.input();
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        while (buffers.input().remaining() < atLeast && !inputEnded) {
            flush();
            hold(bytes.delay());
            atBoundary = wait == Wait.NEXT_MESSAGE;
            if (closing != null && atBoundary) {
                break;
            }
            turns.giveWay();
            receive(atLeast, wait);
        }
        return buffers.input().remaining();
    }

    @Override
    public void consumed() {
        hold(messages.delay());
        messages.take(1);
    }

    /// Makes the handler wait, and so the peer: what it sends meanwhile stays in the system's buffers, first here, then there. That
    /// time is not its own, so the message it has begun may take as much longer.
    private void hold(long nanos) {
        if (nanos == 0) {
            return;
        }
        flush();
        long began = System.nanoTime();
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            throw interrupted();
        }
        ending.check();
        waits.extend(System.nanoTime() - began);
    }

    /// Why a wait was interrupted: because the connection has ended, or for a reason of the thread's own.
    private ConnectionException interrupted() {
        ending.check();
        return new ConnectionException(Reason.INTERRUPTED, "interrupted");
    }

    private void receive(int atLeast, Wait wait) {
        readDeadline = waits.deadline(wait, received - buffers.input().remaining());
        try {
            int count = buffers.receive(source, atLeast, bytes.room());
            if (count < 0) {
                inputEnded = true;
                checkClosedHere(wait);
            } else {
                received += count;
                bytes.take(count);
                lastReceived = System.nanoTime();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (IOException e) {
            throw ending.end(e);
        } finally {
            atBoundary = false;
            readDeadline = Deadlines.NONE;
        }
    }

    /// A client's input ends at once when it closes; in the middle of a message that is not the server's doing.
    private void checkClosedHere(Wait wait) {
        String reason = closing;
        if (reason != null && source instanceof Pump && wait != Wait.NEXT_MESSAGE) {
            throw new ConnectionException(Reason.CLOSED_HERE, reason);
        }
    }

    @Override
    public ByteBuffer output(int size) {
        ending.check();
        if (!buffers.fits(size)) {
            flush();
        }
        return buffers.output(size);
    }

    @Override
    public void flush() {
        ending.check();
        if (!buffers.hasOutput()) {
            return;
        }
        if (source instanceof Pump) {
            flushAside();
            return;
        }
        try {
            outlet.write(buffers.unsent());
        } catch (IOException e) {
            throw ending.end(e);
        } finally {
            buffers.sent();
        }
    }

    /// Leaves the writing to the outlet's own thread and waits for it: an interrupt in a write would close the channel, and so it
    /// ends only the wait.
    private void flushAside() {
        try {
            Message message = Message.of(buffers.takeUnsent());
            do {
                outlet.await(FOREVER);
                ending.check();
            } while (!outlet.offer(message)); // somebody else may have published meanwhile
            outlet.await(FOREVER);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        ending.check();
    }

    @Override
    public void send(FileChannel file, long position, long count) {
        flush();
        try {
            outlet.write(file, position, count);
        } catch (EOFException e) {
            throw ending.end(Reason.CLOSED_HERE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw ending.end(e);
        }
    }

    @Override
    public boolean publish(Message message) {
        if (ending.ended() || closing != null) {
            return false;
        }
        if (!outlet.offer(message)) {
            closeNow(Reason.TOO_SLOW, "does not read: " + limits.backlog() + " bytes were waiting for it");
            return false;
        }
        budget.enforce();
        return !ending.ended();
    }

    /// {@return how many bytes wait to be sent because the peer is slow}
    long backlog() {
        return outlet.waiting();
    }

    /// Ends the connection because all backlogs together take too much memory, and this is one of the largest.
    void endForMemory(long waiting) {
        closeNow(Reason.TOO_SLOW, "does not read: " + waiting + " bytes were waiting for it, and too many for all");
    }

    @Override
    public void idleLimit(Duration limit) {
        waits.idleTime(limit);
    }

    @Override
    public void closeGently(String reason) {
        if (closing != null || ending.ended()) {
            return;
        }
        // In this order: a handler that does not see the reason yet is seen to wait, and the other way round.
        closing = reason;
        if (source instanceof Pump pump) {
            pump.end();
            Thread.ofVirtual().name("patchbay-goodbye").start(() -> finish(pump));
        } else {
            endIfQuiet(System.nanoTime());
        }
    }

    /// Ends the input of a handler that waits for a peer that has nothing to say. While a peer talks its input stays open: what it
    /// sends into a closed one would reset the connection, and its handler sees by itself that this is the end.
    private void endIfQuiet(long now) {
        if (closing != null && atBoundary && now - lastReceived > QUIET.toNanos()) {
            endInput();
        }
    }

    private void endInput() {
        try {
            source.end();
        } catch (IOException e) {
            broken(e);
        }
    }

    @Override
    public void closeNow(String reason) {
        closeNow(Reason.CLOSED_HERE, reason);
    }

    private void closeNow(Reason reason, String message) {
        ending.end(reason, message);
        close();
    }

    private void broken(IOException e) {
        ending.end(e);
        close();
    }

    /// Closes the socket; whoever waits for it gets the reason that has been noted before.
    private void close() {
        deadlines.forget(this);
        outlet.close();
        try {
            channel.close();
        } catch (IOException e) {
            // The system's idea of the connection is of no more interest.
        }
    }

    /// Ends the connection after its handler has returned: sends what is left, says that this was all, and gives the peer a
    /// moment to take it. Called by the handler's thread, once.
    public void finish() {
        try {
            flush();
            outlet.await(limits.messageTime().isZero() ? LINGER : limits.messageTime());
            linger();
        } catch (ConnectionException | IOException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeNow("closed by the protocol");
    }

    /// Gives the peer a moment to read the end. Closing while it still sends would be a reset, which can destroy what it has not
    /// read yet.
    private void linger() throws IOException, InterruptedException {
        if (endedByPeer()) {
            return;
        }
        channel.shutdownOutput();
        if (!inputEnded) {
            readDeadline = Deadlines.in(LINGER);
            ByteBuffer dropped = ByteBuffer.allocate(1024);
            while (source.read(dropped.clear()) >= 0) {}
        }
    }

    /// Ends a client's connection; what its user has not flushed is not sent, since the buffer is not ours to touch.
    private void finish(Pump pump) {
        try {
            outlet.await(LINGER);
            channel.shutdownOutput();
            pump.awaitEnd(LINGER);
        } catch (IOException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeNow("closed here");
    }

    /// {@return why [#closeGently] was called, if it was}
    public Optional<String> closing() {
        return Optional.ofNullable(closing);
    }

    /// {@return whether the peer has sent its last}
    public boolean endedByPeer() {
        return inputEnded && closing == null;
    }

    /// {@return how many bytes have been received}
    public long bytesIn() {
        return received;
    }

    /// {@return how many bytes the system has taken for sending}
    public long bytesOut() {
        return outlet.written();
    }

    void endIfLate(long now) {
        endIfQuiet(now);
        long reading = readDeadline;
        long writing = outlet.deadline();
        if (reading != Deadlines.NONE && now - reading > 0) {
            closeNow(Reason.TOO_SLOW, "sent nothing for too long");
        } else if (writing != Deadlines.NONE && now - writing > 0) {
            closeNow(Reason.TOO_SLOW, "took nothing for too long");
        }
    }

    @Override
    public InetSocketAddress peer() {
        return peer;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }
}
