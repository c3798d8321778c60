package dev.patchbay.testkit;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What this process uses and may use.
final class Resources {

    private Resources() {}

    /// {@return how many bytes of the heap are in use, without what nobody refers to any more}
    static long memoryInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// {@return how many connections the system allows both ends of which are in this process}
    static int connectionsToSpare() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(Integer.MAX_VALUE, (unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount()) / 3)
                : Integer.MAX_VALUE;
    }
}
