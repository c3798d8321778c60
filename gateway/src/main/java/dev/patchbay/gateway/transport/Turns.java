package dev.patchbay.gateway.transport;

import java.util.concurrent.locks.LockSupport;

/// Lets others have a turn before a read that may wait: whoever sends to us may need this carrier for it, and that often saves
/// parking. Of one handler.
///
/// A thread that yields goes to its carrier's own queue, and a carrier looks elsewhere only when that is empty; so under full
/// load threads that only ever yield would keep new connections out for ever. Now and then one steps aside completely.
final class Turns {

    private static final int ASIDE = 16;

    private int turns;

    @SuppressWarnings("ThreadPriorityCheck") // yielding is a measured gain here, not a way to be right
    void giveWay() {
        if (++turns % ASIDE == 0) {
            LockSupport.parkNanos(1);
        } else {
            Thread.yield();
        }
    }
}
