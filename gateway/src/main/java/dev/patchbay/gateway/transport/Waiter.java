package dev.patchbay.gateway.transport;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Lets the handler of a connection wait for what other threads bring about: who makes a condition true does so first, and then calls
/// [#wake]. The end of the connection ends every wait.
final class Waiter {

    private final Ending ending;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Turns turns;

    Waiter(Ending ending) {
        this.ending = ending;
    }

    /// Waits until the condition holds, and asks it once more than needed now and then.
    ///
    /// @throws ConnectionException if the connection has ended, or the thread was interrupted
    void await(BooleanSupplier condition) {
        thread = Thread.currentThread();
        try {
            while (!condition.getAsBoolean() && !ending.ended()) {
                LockSupport.park(this);
                checkInterrupted();
            }
        } finally {
            thread = null;
        }
        ending.check();
    }

    /// Waits until the condition holds, or the time is over.
    ///
    /// @param end as [System#nanoTime]
    /// @return whether it holds
    /// @throws ConnectionException as for [#await]
    boolean awaitUntil(BooleanSupplier condition, long end) {
        thread = Thread.currentThread();
        try {
            while (!condition.getAsBoolean() && !ending.ended()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
                checkInterrupted();
            }
        } finally {
            thread = null;
        }
        ending.check();
        return true;
    }

    /// Waits for a time.
    ///
    /// @throws ConnectionException as for [#await]
    void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        ending.check();
    }

    private void checkInterrupted() {
        if (Thread.interrupted()) {
            throw interrupted();
        }
    }

    /// Why a wait was interrupted: because the connection has ended, or for a reason of the thread's own.
    private ConnectionException interrupted() {
        ending.check();
        return new ConnectionException(Reason.INTERRUPTED, "interrupted");
    }

    /// Has turns woken from now on, in place of a thread.
    ///
    /// @param inline nothing if a thread will wait again
    void turns(@Nullable Turns inline) {
        turns = inline;
    }

    /// {@return whether somebody waits}
    boolean isWaiting() {
        Turns inline = turns;
        return inline == null ? thread != null : inline.isResting();
    }

    void wake() {
        Turns inline = turns;
        Thread waiting = thread;
        if (inline != null) {
            inline.wake();
        } else if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }
}
