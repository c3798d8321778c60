package dev.patchbay.cli.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.patchbay.cli.shell.ExitCode;
import java.lang.management.ManagementFactory;

/// The file descriptors of this process: each connection needs one.
final class Descriptors {

    /// For what is opened meanwhile, such as classes and the log.
    private static final int RESERVE = 50;

    private Descriptors() {}

    /// Makes sure that so many connections can be had, as far as this process is concerned.
    ///
    /// @throws BenchFailure if not
    static void check(int connections) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                && unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount() - RESERVE < connections) {
            throw tooFew(connections);
        }
    }

    static BenchFailure tooFew(int connections) {
        String limit = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? "this process may open " + unix.getMaxFileDescriptorCount() + " files"
                : "this process may open no more files";
        return new BenchFailure(
                ExitCode.FAILED,
                limit + ", too few for " + connections + " connections",
                "raise the limit, ulimit -n says what it is, or give fewer --connections");
    }
}
