package dev.patchbay.peers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/// The CPU time of a process, user and system together.
///
/// On Linux it is read from the kernel's clock of that process, in nanoseconds and with the threads that have ended: /proc counts in
/// hundredths of a second, which would be a percent of a short window. Elsewhere it is what the JDK knows.
@SuppressWarnings("restricted")
final class CpuClock {

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final MethodHandle CLOCK_GETTIME = Linker.nativeLinker().downcallHandle(
            Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

    private CpuClock() {}

    /// {@return the time so far, in nanoseconds}
    static long nanos(ProcessHandle process) {
        return LINUX ? kernel(process.pid()) : process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private static long kernel(long pid) {
        // As clock_getcpuclockid(3) makes it: the process, all its threads, scheduled time.
        int clock = (int) (~pid << 3 | 2);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(JAVA_LONG, 2);
            if ((int) CLOCK_GETTIME.invokeExact(clock, time) != 0) {
                throw new IllegalStateException("process " + pid + " has ended");
            }
            return time.getAtIndex(JAVA_LONG, 0) * 1_000_000_000 + time.getAtIndex(JAVA_LONG, 1);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
