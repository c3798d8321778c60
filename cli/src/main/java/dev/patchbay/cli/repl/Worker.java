package dev.patchbay.cli.repl;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The one thread that runs what users ask for, so that Ctrl-C has something to interrupt and a session meets one thread only.
///
/// An interrupt reaches the task that runs when it comes, never the next one.
final class Worker implements AutoCloseable {

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("patchbay-command").factory());
    private final Object lock = new Object();
    private @Nullable Thread busy;
    private boolean interrupted;

    /// Runs a task and waits for its end.
    <T> T run(Callable<T> task) throws InterruptedException {
        try {
            return executor.submit(() -> tracked(task)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task let an exception pass", e.getCause());
        }
    }

    private <T> T tracked(Callable<T> task) throws Exception {
        synchronized (lock) {
            busy = Thread.currentThread();
            interrupted = false;
        }
        try {
            return task.call();
        } finally {
            synchronized (lock) {
                busy = null;
                Thread.interrupted();
            }
        }
    }

    /// Interrupts the task that runs now, if one does.
    void interrupt() {
        synchronized (lock) {
            if (busy != null) {
                interrupted = true;
                busy.interrupt();
            }
        }
    }

    /// {@return whether the task that runs now, or ran last, was interrupted}
    boolean interrupted() {
        synchronized (lock) {
            return interrupted;
        }
    }

    /// Puts an interrupt aside, so that cleaning up is not interrupted too.
    static void calm() {
        Thread.interrupted();
    }

    /// {@return whether a task runs}
    boolean busy() {
        synchronized (lock) {
            return busy != null;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
