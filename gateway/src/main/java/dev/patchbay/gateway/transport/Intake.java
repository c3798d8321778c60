package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Wait;
import java.io.IOException;
import java.time.Duration;

/// What the handler of a connection does to get input: it sends its replies, waits, is held back, reads. Of the handler, but for what
/// [Deadlines] ask.
final class Intake {

    /// How long a peer that talks is silent before it counts as one that waits too.
    private static final Duration QUIET = Duration.ofMillis(500);

    /// After so many reads without a wait, others have their turn.
    private static final int TURN = 16;

    private final SocketTransport connection;
    private final Inlet inlet;
    private final Outlet outlet;
    private final Waiter waiter;
    private final Buffers buffers;
    private final Rates rates;
    private final WaitLimits waits;
    private long received;
    private int turn;
    private boolean inline;
    private boolean ended;
    private volatile long deadline = Deadlines.NONE;

    /// Both are written before the waiter says that it waits, and read by others after.
    private long lastReceived = System.nanoTime();
    private boolean atBoundary;

    Intake(SocketTransport connection, Inlet inlet, Outlet outlet, Waiter waiter, Buffers buffers, TransportLimits limits) {
        this.connection = connection;
        this.inlet = inlet;
        this.outlet = outlet;
        this.waiter = waiter;
        this.buffers = buffers;
        rates = Rates.of(limits);
        waits = new WaitLimits(limits.messageTime(), limits.idleTime());
    }

    /// See [dev.patchbay.api.wire.Transport#fill].
    int fill(int atLeast, Wait wait) {
        while (buffers.input().remaining() < atLeast && !ended) {
            if (inline) {
                throw new IllegalStateException(
                        "an inline service has to wait: its isWhole must be false until all that its answer receives is there");
            }
            connection.flush();
            hold(rates.bytes().delay());
            if (wait == Wait.NEXT_MESSAGE && connection.closing().isPresent()) {
                break;
            }
            if (inlet.isReady()) {
                giveWay();
            } else {
                await(wait);
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

    private void await(Wait wait) {
        buffers.rest();
        atBoundary = wait == Wait.NEXT_MESSAGE;
        long limit = waits.deadline(wait, received - buffers.input().remaining());
        if (limit == Deadlines.NONE) {
            waiter.await(inlet::isReady);
            return;
        }
        deadline = limit;
        connection.watchIfNeeded();
        try {
            waiter.await(inlet::isReady);
        } finally {
            deadline = Deadlines.NONE;
        }
    }

    private void receive(int atLeast, Wait wait) {
        try {
            int count = buffers.receive(inlet, atLeast, rates.bytes().room());
            if (count < 0) {
                ended = true;
                checkClosedHere(wait);
            } else if (count > 0) {
                received += count;
                rates.bytes().take(count);
                lastReceived = System.nanoTime();
            }
        } catch (IOException e) {
            throw connection.ended(e);
        }
    }

    /// A client's input ends at once when it closes; in the middle of a message that is not the server's doing.
    private void checkClosedHere(Wait wait) {
        if (inlet instanceof ReadAhead && wait != Wait.NEXT_MESSAGE && connection.closing().isPresent()) {
            throw new ConnectionException(Reason.CLOSED_HERE, connection.closing().get());
        }
    }

    /// See [dev.patchbay.api.wire.Transport#consumed].
    void consumed() {
        hold(rates.messages().delay());
        rates.messages().take(1);
    }

    /// Makes the handler wait, and so the peer: what it sends meanwhile stays in the system's buffers, first here, then there. That
    /// time is not its own, so the message it has begun may take as much longer.
    private void hold(long nanos) {
        if (nanos == 0 || inline) {
            return;
        }
        connection.flush();
        long began = System.nanoTime();
        waiter.sleep(Duration.ofNanos(nanos));
        waits.extend(System.nanoTime() - began);
    }

    void idleLimit(Duration limit) {
        waits.idleTime(limit);
    }

    /// Says whether the handler is what runs in turns, and never waits, or a thread.
    void inline(boolean inTurns) {
        inline = inTurns;
        atBoundary = true;
    }

    boolean isInline() {
        return inline;
    }

    /// Reads what is there, in a turn.
    ///
    /// @return false if there is nothing to answer any more, because the connection ends
    boolean receiveNow() {
        if (inlet.isReady()) {
            receive(1, Wait.NEXT_MESSAGE);
        }
        return !ended && !connection.isEnding();
    }

    /// {@return whether the handler would have to wait for the peer now, or the peer for the handler}
    boolean mustWait() {
        return outlet.isBlocked() || rates.messages().delay() > 0 || rates.bytes().delay() > 0;
    }

    /// Ends a turn.
    ///
    /// @return false if there is something to wait for but the next message
    boolean restNow() {
        connection.flush();
        if (buffers.input().hasRemaining() || mustWait()) {
            return false;
        }
        buffers.rest();
        if (inlet.isReady()) {
            waiter.wake();
        }
        return true;
    }

    /// Ends the input of a handler that waits for a peer that has nothing to say. While a peer talks its input stays open: its handler
    /// sees by itself that this is the end.
    ///
    /// @param now as [System#nanoTime]
    void endIfQuiet(long now) {
        if (waiter.isWaiting() && atBoundary && now - lastReceived > QUIET.toNanos()) {
            inlet.stop();
        }
    }

    /// {@return when a wait that goes on has lasted too long}
    long deadline() {
        return deadline;
    }

    /// {@return whether the stream has ended, for the handler}
    boolean hasEnded() {
        return ended;
    }

    /// {@return how many bytes have been received}
    long received() {
        return received;
    }
}
