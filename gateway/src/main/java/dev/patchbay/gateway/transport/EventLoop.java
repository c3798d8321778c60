package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// One thread that waits for many sockets, and runs what has become possible: the virtual threads of its connections too,
/// where [CarriedThreads] can be had, so that a request is read, handled and answered without another thread.
///
/// The thread may be replaced at any time, when a task keeps it for too long ([Watchdog]); so everything here but the selector, which
/// only the present thread waits on, is safe for all threads.
public final class EventLoop implements Executor {

    private static final Logger LOG = System.getLogger("patchbay.transport");

    /// How many tasks run before the sockets are looked at again.
    private static final int BATCH = 128;

    /// Is told, by the loop's thread, what a socket is ready for; it must not wait for anything.
    public interface Readiness {

        /// Tells that some of these operations of [SelectionKey] are possible now.
        void ready(int operations);
    }

    private final String name;
    private final Watchdog watchdog;
    private final BufferPool buffers;
    private final Selector selector;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    /// What the sockets have made possible: touched by the loop's thread alone, which cannot be replaced while it selects, and is the
    /// only one to take from here.
    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();

    private volatile boolean selecting;
    private final AtomicBoolean asleep = new AtomicBoolean();

    /// Counts up as a task begins, and again as it ends: odd while one runs.
    private final AtomicLong progress = new AtomicLong();

    private volatile Thread thread;
    private volatile boolean closed;

    EventLoop(String name, Watchdog watchdog, BufferPool buffers) throws IOException {
        this.name = name;
        this.watchdog = watchdog;
        this.buffers = buffers;
        selector = Selector.open();
        thread = newThread();
    }

    private Thread newThread() {
        return Thread.ofPlatform().daemon().name(name).inheritInheritableThreadLocals(false).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Has a task run by the loop's thread, soon.
    @Override
    public void execute(Runnable task) {
        if (selecting && Thread.currentThread().equals(thread)) {
            ready.add(task);
        } else {
            tasks.add(task);
            nudge();
        }
    }

    /// Lets the loop look at its tasks and at changed interests now, if it waits for sockets.
    void nudge() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            selector.wakeup();
        }
    }

    /// Registers a channel, which does not block from now on, without waiting for anything yet.
    ///
    /// @return the key, whose interests may be changed by any thread; to be followed by [#nudge]
    SelectionKey register(SelectableChannel channel, Readiness readiness) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, 0, readiness);
    }

    /// {@return a virtual thread that this loop carries, if it can}
    public Thread unstarted(String threadName, Runnable task) {
        return CarriedThreads.unstarted(this, threadName, task);
    }

    /// {@return what the connections of this loop borrow}
    BufferPool buffers() {
        return buffers;
    }

    private void run() {
        do {
            if (closed) {
                close(selector);
                return;
            }
            try {
                select();
            } catch (IOException | RuntimeException | Error e) {
                // A mistake with one socket must not be the end of all.
                LOG.log(Level.ERROR, name + " could not look at its sockets", e);
            } finally {
                selecting = false;
            }
        } while (runTasks());
    }

    private void select() throws IOException {
        selecting = true;
        if (ready.isEmpty() && tasks.isEmpty()) {
            asleep.set(true);
            // Whoever adds a task after this look sees that the loop is asleep.
            if (tasks.isEmpty() && !closed) {
                selector.select(EventLoop::tell);
            }
            asleep.setRelease(false);
            watchdog.wake();
        } else {
            selector.selectNow(EventLoop::tell);
        }
    }

    private static void tell(SelectionKey key) {
        try {
            ((Readiness) key.attachment()).ready(key.readyOps());
        } catch (CancelledKeyException e) {
            // Closed at this moment, by another thread, which tells those who wait.
        }
    }

    /// {@return false if the loop has another thread now}
    private boolean runTasks() {
        for (int i = 0; i < BATCH; i++) {
            Runnable task = ready.poll();
            if (task == null) {
                task = tasks.poll();
            }
            if (task == null) {
                return true;
            }
            long running = progress.getPlain() + 1;
            progress.setRelease(running);
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "a task of " + name + " failed", e);
            }
            if (!progress.compareAndSet(running, running + 1)) {
                return false;
            }
        }
        return true;
    }

    /// {@return a number that changes with each task that begins or ends, and is odd while one runs}
    long progress() {
        return progress.getAcquire();
    }

    /// {@return whether it waits for sockets}
    boolean isAsleep() {
        return asleep.get();
    }

    /// Leaves the task that runs now to the thread that runs it, and goes on with another thread.
    ///
    /// @param running the [#progress] of that task
    /// @return the thread that is left behind, which ends with its task; nothing if the task has ended
    Optional<Thread> handOver(long running) {
        Thread before = thread;
        Thread next = newThread();
        if (!progress.compareAndSet(running, running + 1)) {
            return Optional.empty();
        }
        thread = next;
        next.start();
        return Optional.of(before);
    }

    /// Goes on with another thread soon: what its tasks have left in the locals of the present one is gone with it.
    void renew() {
        execute(() -> handOver(progress()));
    }

    /// Ends the loop after the task that it runs, and leaves what has not run.
    void close() {
        closed = true;
        selector.wakeup();
    }

    private static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a selector could not be closed: " + e.getMessage());
        }
    }
}
