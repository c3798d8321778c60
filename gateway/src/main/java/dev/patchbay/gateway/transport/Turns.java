package dev.patchbay.gateway.transport;

import java.util.concurrent.atomic.AtomicInteger;

/// Runs something on a loop each time it is woken, and never twice at a time, whatever threads the loop has.
final class Turns {

    private final EventLoop loop;
    private final Runnable turn;
    private final AtomicInteger wakes = new AtomicInteger();

    Turns(EventLoop loop, Runnable turn) {
        this.loop = loop;
        this.turn = turn;
    }

    void wake() {
        if (wakes.getAndIncrement() == 0) {
            loop.execute(this::run);
        }
    }

    private void run() {
        int seen = wakes.get();
        try {
            turn.run();
        } finally {
            if (wakes.addAndGet(-seen) != 0) {
                loop.execute(this::run);
            }
        }
    }

    /// {@return whether it has run since it was woken last}
    boolean isResting() {
        return wakes.get() == 0;
    }
}
