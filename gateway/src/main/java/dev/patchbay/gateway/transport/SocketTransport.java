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
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection over a socket of an [EventLoop]. The invariants stand in the package's description.
public final class SocketTransport extends Watched implements Transport {

    /// How long a peer that talks is silent before it counts as one that waits too.
    private static final Duration QUIET = Duration.ofMillis(500);

    /// After so many reads without a wait, others have their turn.
    private static final int TURN = 16;

    private final SocketChannel channel;
    private final Interest interest;
    private final Inlet inlet;
    private final Outlet outlet;
    private final TransportLimits limits;
    private final BacklogBudget budget;
    private final InetSocketAddress peer;
    private final InetSocketAddress local;
    private final Ending ending = new Ending();
    private final Waiter waiter = new Waiter(ending);
    private final Buffers buffers;
    private final Rates rates;
    private final WaitLimits waits;

    private long received;
    private int turn;
    private boolean inline;
    private boolean inputEnded;
    private volatile long readDeadline = Deadlines.NONE;

    /// Both are written before the waiter says that it waits, and read by others after.
    private long lastReceived = System.nanoTime();
    private boolean atBoundary;

    private volatile @Nullable String closing;

    /// @param ended nothing for a server's side
    private SocketTransport(
            SocketChannel channel,
            EventLoop loop,
            TransportLimits limits,
            Deadlines deadlines,
            BacklogBudget budget,
            @Nullable Consumer<String> ended)
            throws IOException {
        super(deadlines);
        this.channel = channel;
        this.limits = limits;
        this.budget = budget;
        waits = new WaitLimits(limits.messageTime(), limits.idleTime());
        rates = Rates.of(limits);
        buffers = new Buffers(loop.buffers());
        peer = (InetSocketAddress) channel.getRemoteAddress();
        local = (InetSocketAddress) channel.getLocalAddress();
        // Replies are batched here, where message boundaries are known: the system's own batching would only delay them.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // There is no idle limit by default, so this is how a peer that vanished is found out.
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        interest = Interest.of(channel, loop, this::ready);
        inlet = ended == null ? new SocketInlet(channel, interest, waiter) : new ReadAhead(channel, interest, waiter, loop.buffers(), ended);
        outlet = new Outlet(channel, interest, limits, budget, waiter, this);
    }

    /// {@return a transport over a channel that was accepted; whoever serves it calls [#finish] at the end}
    ///
    /// @param loop   does the waiting
    /// @param budget of the backlogs of all that were accepted
    /// @throws IOException if the connection is gone already
    public static SocketTransport accepted(
            SocketChannel channel, EventLoop loop, TransportLimits limits, Deadlines deadlines, BacklogBudget budget) throws IOException {
        return new SocketTransport(channel, loop, limits, deadlines, budget, null).listening();
    }

    /// {@return a transport over a channel that was connected}
    ///
    /// The loop reads ahead, so that the end of the connection is known at once even while nobody reads. [#closeGently] does all there
    /// is to do at the end.
    ///
    /// @param loop  does the waiting
    /// @param ended is told in a few words why the connection has ended, once, by another thread
    /// @throws IOException if the connection is gone already
    public static SocketTransport connected(
            SocketChannel channel, EventLoop loop, TransportLimits limits, Deadlines deadlines, Consumer<String> ended) throws IOException {
        return new SocketTransport(channel, loop, limits, deadlines, new BacklogBudget(Long.MAX_VALUE, deadlines), ended).listening();
    }

    private SocketTransport listening() {
        interest.on(SelectionKey.OP_READ);
        return this;
    }

    /// Called by the loop's thread.
    private void ready(int operations) {
        if ((operations & SelectionKey.OP_WRITE) != 0) {
            outlet.writable();
        }
        if ((operations & SelectionKey.OP_READ) != 0) {
            inlet.readable();
        }
    }

    @Override
    public ByteBuffer input() {
        return buffers.input();
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        while (buffers.input().remaining() < atLeast && !inputEnded) {
            if (inline) {
                throw new IllegalStateException("an inline service has to wait: its isWhole must be false until all that its answer receives is there");
            }
            flush();
            hold(rates.bytes().delay());
            if (closing != null && wait == Wait.NEXT_MESSAGE) {
                break;
            }
            if (inlet.isReady()) {
                giveWay();
            } else {
                awaitInput(wait);
            }
            receive(atLeast, wait);
        }
        return buffers.input().remaining();
    }

    /// A peer that sends without a pause must not keep the loop to itself.
    @SuppressWarnings("ThreadPriorityCheck") // the loop runs its threads in turn, so this is exact
    private void giveWay() {
        if (++turn % TURN == 0) {
            Thread.yield();
        }
    }

    private void awaitInput(Wait wait) {
        buffers.rest();
        atBoundary = wait == Wait.NEXT_MESSAGE;
        long deadline = waits.deadline(wait, received - buffers.input().remaining());
        if (deadline == Deadlines.NONE) {
            waiter.await(inlet::isReady);
            return;
        }
        readDeadline = deadline;
        watchIfNeeded();
        try {
            waiter.await(inlet::isReady);
        } finally {
            readDeadline = Deadlines.NONE;
        }
    }

    private void receive(int atLeast, Wait wait) {
        try {
            int count = buffers.receive(inlet, atLeast, rates.bytes().room());
            if (count < 0) {
                inputEnded = true;
                checkClosedHere(wait);
            } else if (count > 0) {
                received += count;
                rates.bytes().take(count);
                lastReceived = System.nanoTime();
            }
        } catch (IOException e) {
            throw ending.end(e);
        }
    }

    /// A client's input ends at once when it closes; in the middle of a message that is not the server's doing.
    private void checkClosedHere(Wait wait) {
        String reason = closing;
        if (reason != null && inlet instanceof ReadAhead && wait != Wait.NEXT_MESSAGE) {
            throw new ConnectionException(Reason.CLOSED_HERE, reason);
        }
    }

    /// Has the loop serve the connection in turns, without a thread, from now on: the handler is whatever runs in a turn.
    ///
    /// @param turn runs when there is something to do, never twice at a time
    /// @return what a turn does; nothing if there are limits for which somebody has to wait
    public Optional<InlineTurns> inline(EventLoop loop, Runnable turn) {
        if (!limits.idleTime().isZero()) {
            return Optional.empty();
        }
        return Optional.of(new InlineTurns(this, new Turns(loop, turn)));
    }

    void turns(@Nullable Turns turns) {
        inline = turns != null;
        atBoundary = true;
        waiter.turns(turns);
    }

    /// Reads what is there, in a turn.
    ///
    /// @return false if there is nothing to answer any more, because the connection ends
    boolean receiveNow() {
        if (inlet.isReady()) {
            receive(1, Wait.NEXT_MESSAGE);
        }
        return !inputEnded && closing == null && !ending.ended();
    }

    /// {@return whether the handler would have to wait for the peer now, or the peer for the handler}
    boolean mustWait() {
        return outlet.isBlocked() || rates.messages().delay() > 0 || rates.bytes().delay() > 0;
    }

    /// Ends a turn.
    ///
    /// @return false if there is something to wait for but the next message
    boolean restNow() {
        flush();
        if (buffers.input().hasRemaining() || mustWait()) {
            return false;
        }
        buffers.rest();
        if (inlet.isReady()) {
            waiter.wake();
        }
        return true;
    }

    @Override
    public void consumed() {
        hold(rates.messages().delay());
        rates.messages().take(1);
    }

    /// Makes the handler wait, and so the peer: what it sends meanwhile stays in the system's buffers, first here, then there. That
    /// time is not its own, so the message it has begun may take as much longer.
    private void hold(long nanos) {
        if (nanos == 0 || inline) {
            return;
        }
        flush();
        long began = System.nanoTime();
        waiter.sleep(Duration.ofNanos(nanos));
        waits.extend(System.nanoTime() - began);
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
        boolean taken;
        try {
            taken = outlet.write(buffers.unsent());
        } catch (IOException e) {
            throw ending.end(e);
        } finally {
            buffers.sent();
        }
        if (!taken && !inline) {
            buffers.rest();
            outlet.awaitTaken();
        }
    }

    @Override
    public void send(FileChannel file, long position, long count) {
        flush();
        try {
            outlet.send(file, position, count);
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
        if (!outlet.isIdle()) {
            budget.enforce();
        }
        return !ending.ended();
    }

    @Override
    boolean needsWatch() {
        return !ending.ended() && (readDeadline != Deadlines.NONE || !outlet.isIdle() || closing != null);
    }

    @Override
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
    long backlog() {
        return outlet.waiting();
    }

    @Override
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
        if (inlet instanceof ReadAhead client) {
            client.stop();
            CarriedThreads.aside("patchbay-goodbye", () -> finish(client)).start();
        } else {
            watchIfNeeded();
            endIfQuiet(System.nanoTime());
        }
    }

    /// Ends the input of a handler that waits for a peer that has nothing to say. While a peer talks its input stays open: its handler
    /// sees by itself that this is the end.
    private void endIfQuiet(long now) {
        if (closing != null && waiter.isWaiting() && atBoundary && now - lastReceived > QUIET.toNanos()) {
            inlet.stop();
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

    @Override
    void broken(IOException e) {
        ending.end(e);
        close();
    }

    /// Closes the socket; whoever waits for it gets the reason that has been noted before.
    private void close() {
        outlet.close();
        try {
            channel.close();
        } catch (IOException e) {
            // The system's idea of the connection is of no more interest.
        }
        interest.end();
        inlet.closed();
        waiter.wake();
    }

    /// Ends the connection after its handler has returned: sends what is left, says that this was all, and gives the peer a
    /// moment to take it. Called by the handler's thread, once.
    public void finish() {
        try {
            flush();
            farewell().say(limits.messageTime(), !inputEnded, endedByPeer());
        } catch (ConnectionException e) {
            // It has ended already.
        }
        closeNow("closed by the protocol");
        buffers.release();
    }

    private void finish(ReadAhead client) {
        farewell().sayOf(client);
        closeNow("closed here");
    }

    private Farewell farewell() {
        return new Farewell(channel, inlet, outlet, waiter, buffers);
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

    @Override
    public InetSocketAddress peer() {
        return peer;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }
}
