package dev.patchbay.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/// What must be done at the end, however it comes: by [#close], or because the process is told to end in the middle, by Ctrl-C or by
/// the system. It is done once, what was added last first, by one thread, so that nobody loses what he still needs.
final class AtExit implements AutoCloseable {

    private final Thread hook = new Thread(this::run, "patchbay-exit");
    private final Deque<Runnable> actions = new ArrayDeque<>();
    private boolean over;

    AtExit() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Adds what is done before all that was added earlier; at once, if the end has come already.
    synchronized void add(Runnable action) {
        if (over) {
            action.run();
        } else {
            actions.push(action);
        }
    }

    /// Holds the lock all the time: whoever comes second waits until everything is done.
    private synchronized void run() {
        over = true;
        while (!actions.isEmpty()) {
            try {
                actions.pop().run();
            } catch (RuntimeException e) {
                System.getLogger(AtExit.class.getName()).log(System.Logger.Level.WARNING, "not closed in good order", e);
            }
        }
    }

    @Override
    public void close() {
        run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
