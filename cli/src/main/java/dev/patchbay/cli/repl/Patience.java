package dev.patchbay.cli.repl;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import java.time.Duration;
import java.util.concurrent.Callable;

/// Ends commands that wait in vain, where nobody sits who could press Ctrl-C. What counts is how long a server is silent while it is waited
/// for, not how long a command takes.
///
/// @param limit how long that may be; zero for ever
record Patience(Duration limit) {

    /// Does something that may wait for the server at the other end of a line.
    ///
    /// @throws ConnectionException if it was given up
    <T> T during(Line line, Callable<T> task) throws Exception {
        if (limit.isZero()) {
            return task.call();
        }
        Watch watch = new Watch(line, limit, Thread.currentThread());
        Thread thread = Thread.ofVirtual().name("patchbay-patience").start(watch);
        try {
            return task.call();
        } catch (Throwable e) {
            if (watch.end()) {
                throw new ConnectionException(Reason.TOO_SLOW, "no answer for " + limit.toSeconds() + " s; --timeout SECONDS waits longer");
            }
            throw e;
        } finally {
            if (watch.end()) {
                Worker.calm();
            }
            thread.interrupt();
        }
    }

    /// Watches one command, and interrupts it at most once and never too late.
    private static final class Watch implements Runnable {

        private final Line line;
        private final Duration limit;
        private final Thread waiting;
        private final long began = System.nanoTime();
        private boolean over;
        private boolean spent;

        Watch(Line line, Duration limit, Thread waiting) {
            this.line = line;
            this.limit = limit;
            this.waiting = waiting;
        }

        @Override
        public void run() {
            try {
                for (Duration left = limit; left.isPositive(); left = limit.minus(line.wire().silence(began))) {
                    Thread.sleep(left);
                }
                giveUp();
            } catch (InterruptedException e) {
                // The command has ended.
            }
        }

        private synchronized void giveUp() {
            if (!over) {
                spent = true;
                waiting.interrupt();
            }
        }

        /// {@return whether the command was interrupted}
        synchronized boolean end() {
            over = true;
            return spent;
        }
    }
}
