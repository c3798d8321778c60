package dev.patchbay.gateway.journal;

import java.util.concurrent.atomic.AtomicLong;

/// How much all journals in memory may hold together, so that whoever posts without end fills the journals and not the process.
final class MemoryBudget {

    /// What an entry costs beside its bytes.
    private static final int OVERHEAD = 200;

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /// @param limit in bytes
    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /// {@return a budget of a quarter of the memory that this process may use}
    static MemoryBudget ofThisProcess() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    /// Takes the memory for an entry of this size; false if there is none left.
    boolean take(int size) {
        if (used.addAndGet((long) size + OVERHEAD) <= limit) {
            return true;
        }
        give(size);
        return false;
    }

    void give(int size) {
        used.addAndGet(-((long) size + OVERHEAD));
    }

    /// {@return the limit in whole megabytes}
    long megabytes() {
        return limit >> 20;
    }
}
