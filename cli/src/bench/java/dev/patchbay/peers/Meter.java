package dev.patchbay.peers;

import java.io.IOException;

/// Runs while a load is on a server.
final class Meter {

    private final Server server;
    private final long began = System.nanoTime();
    private final long cpu;
    private final long ours;
    private final long machine;

    Meter(Server server) throws IOException {
        this.server = server;
        machine = Machine.busyNanos();
        ours = CpuClock.nanos(ProcessHandle.current());
        cpu = server.cpuNanos();
    }

    /// {@return what it has measured until now}
    ///
    /// @param each how many are counted for each reply
    Sample stop(Latencies latencies, int each) throws IOException {
        long nanos = System.nanoTime() - began;
        long spent = server.cpuNanos() - cpu;
        long others = Machine.busyNanos() - machine - spent - (CpuClock.nanos(ProcessHandle.current()) - ours);
        long count = Math.max(1, latencies.total()) * each;
        return new Sample(
                count, nanos / 1e9, spent / 1e3 / count, server.residentBytes(), latencies.within(0.5), latencies.within(0.99),
                Math.max(0, (double) others / nanos / Machine.PROCESSORS));
    }
}
