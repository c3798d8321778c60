package dev.patchbay.cli.bench;

import static dev.patchbay.cli.shell.Figures.size;

import dev.patchbay.api.client.Item;
import java.util.Optional;

/// What the server's process took in a stretch of time.
///
/// @param pid     its number
/// @param cpu     the time of processors, in nanoseconds
/// @param before  its memory at the beginning, in bytes
/// @param after   its memory at the end, in bytes
/// @param problem why nothing of this is known; empty if it is
record Expense(long pid, long cpu, long before, long after, String problem) {

    static Expense of(ServerProcess process, Optional<Usage> before, Optional<Usage> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return new Expense(0, 0, 0, 0, process.problem().isEmpty() ? "the server's process has ended" : process.problem());
        }
        return new Expense(
                process.pid(), after.get().cpu() - before.get().cpu(), before.get().memory(), after.get().memory(), "");
    }

    boolean isKnown() {
        return problem.isEmpty();
    }

    /// {@return the memory for people}
    String memory() {
        long more = after - before;
        String change = more < 0 ? size(-more) + " less" : size(more) + " more";
        return size(after) + ", " + change + " than before";
    }

    /// {@return an item with the figures added}
    Item describe(Item item) {
        return isKnown()
                ? item.with("server_pid", pid)
                        .with("server_cpu_ns", cpu)
                        .with("server_memory_bytes", after)
                        .with("server_memory_growth_bytes", after - before)
                : item.with("server_unknown", problem);
    }
}
