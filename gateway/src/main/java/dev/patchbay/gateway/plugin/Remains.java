package dev.patchbay.gateway.plugin;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds who uses the classes of a plugin that is gone. Threads show it, virtual ones too; what is held in a field of somebody's, or by
/// a shutdown hook, does not show.
public final class Remains {

    private static final Pattern THREAD = Pattern.compile("#\\d+ \"(.*)\" (virtual )?");

    private Remains() {}

    /// {@return each thread that runs code of a class loader or has it as its context, in a few words, with the code}
    ///
    /// @param loader the class loader's name, such as `chat@1.2.0#1`
    public static List<String> threads(String loader) {
        List<String> running = Arrays.stream(dump().split("\n\n")).flatMap(thread -> running(thread, loader).stream()).toList();
        Stream<String> others = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> isNamed(thread.getContextClassLoader(), loader) || isNamed(thread.getClass().getClassLoader(), loader))
                .map(thread -> "the thread '" + thread.getName() + "'")
                .filter(thread -> running.stream().noneMatch(line -> line.startsWith(thread + " ")))
                .map(thread -> thread + " with its class loader as context");
        return Stream.concat(running.stream(), others).sorted().toList();
    }

    private static boolean isNamed(ClassLoader loader, String name) {
        return loader != null && name.equals(loader.getName());
    }

    /// @param dumped a thread as it stands in a dump: a line with its name, and one for each frame, which begins with the loader's name
    private static Optional<String> running(String dumped, String loader) {
        Matcher name = THREAD.matcher(dumped);
        return dumped.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("at " + loader + "//"))
                .findFirst()
                .filter(_ -> name.lookingAt())
                .map(frame -> "the " + (name.group(2) == null ? "" : "virtual ") + "thread '" + name.group(1) + "' "
                        + frame.replace(loader + "//", ""));
    }

    /// Of all threads that there are ways to see, this alone shows the virtual ones.
    private static String dump() {
        try {
            Path folder = Files.createTempDirectory("patchbay-threads");
            Path file = folder.resolve("threads");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            return "";
        }
    }
}
