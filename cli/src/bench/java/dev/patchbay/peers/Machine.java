package dev.patchbay.peers;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/// What all processes of this machine do together.
final class Machine {

    static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final Path STAT = Path.of("/proc/stat");
    private static final long TICK = 10_000_000;
    private static final int OTHER_FILES = 200;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    private Machine() {}

    /// {@return whether a load can be put on a server here; if not, a line says why}
    static boolean allows(Cell cell) {
        if (cell.fresh() && !Files.exists(STAT)) {
            System.err.println("without " + cell.name() + ": this machine has no /proc to tell the memory of a process");
            return false;
        }
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
        if (cell.open() + OTHER_FILES > files) {
            System.err.println("without " + cell.name() + ": a process may open only " + files + " files here (ulimit -n)");
            return false;
        }
        return true;
    }

    /// {@return the time all processors together were not idle so far, in nanoseconds; 0 where there is no /proc to tell}
    static long busyNanos() throws IOException {
        if (!Files.exists(STAT)) {
            return 0;
        }
        long ticks = 0;
        try (Scanner words = new Scanner(STAT, StandardCharsets.US_ASCII)) {
            words.next();
            for (int i = 0; i <= STOLEN; i++) {
                long value = words.nextLong();
                ticks += i == IDLE || i == WAITING ? 0 : value;
            }
        }
        return ticks * TICK;
    }
}
