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
    private final Intake intake;
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
        intake = new Intake(this, inlet, outlet, waiter, buffers, limits);
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
        intake.inline(turns != null);
        waiter.turns(turns);
    }

    Intake intake() {
        return intake;
    }

    /// {@return whether it ends, or has ended}
    boolean isEnding() {
        return closing != null || ending.ended();
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        return intake.fill(atLeast, wait);
    }

    @Override
    public void consumed() {
        intake.consumed();
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
        if (!taken && !intake.isInline()) {
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
            throw cut(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw ended(e);
        } catch (ConnectionException e) {
            throw e.reason() == Reason.INTERRUPTED ? cut("interrupted in the middle of sending") : e;
        }
    }

    /// Ends the connection in the middle of what was promised: whatever was sent now would be taken for the rest of it.
    private ConnectionException cut(String why) {
        ConnectionException end = ending.end(Reason.CLOSED_HERE, why);
        close();
        return end;
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
        return !ending.ended() && (intake.deadline() != Deadlines.NONE || !outlet.isIdle() || closing != null);
    }

    @Override
    void endIfLate(long now) {
        if (closing != null) {
            intake.endIfQuiet(now);
        }
        long reading = intake.deadline();
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
        intake.idleLimit(limit);
    }

    @Override
    public void closeGently(String reason) {
        if (ending.ended()) {
            close();
            return;
        }
        if (closing != null) {
            return;
        }
        // In this order: a handler that does not see the reason yet is seen to wait, and the other way round.
        closing = reason;
        if (inlet instanceof ReadAhead client) {
            client.stop();
            CarriedThreads.aside("patchbay-goodbye", () -> finish(client)).start();
        } else {
            watchIfNeeded();
            intake.endIfQuiet(System.nanoTime());
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
        ended(e);
        close();
    }

    /// Notes that the system has ended it; returns the reason that counts.
    ConnectionException ended(IOException e) {
        return ending.end(e);
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
            farewell().say(limits.messageTime(), !intake.hasEnded(), endedByPeer());
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
        return intake.hasEnded() && closing == null;
    }

    /// {@return how many bytes have been received}
    public long bytesIn() {
        return intake.received();
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
