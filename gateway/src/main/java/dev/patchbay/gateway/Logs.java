package dev.patchbay.gateway;

import dev.patchbay.gateway.text.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// Where the log of this process goes: one line for each event, in which remote text is made safe. Until one of these is called
/// the JDK's own defaults hold.
public final class Logs {

    private static final int FILE_SIZE = 4 << 20;

    /// Kept, or the garbage collector would take its settings with it.
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    /// To standard error, where whoever runs a service expects it.
    ///
    /// @param json whether a line is a JSON object, for programs
    public static void toStandardError(boolean json) {
        LogManager.getLogManager().reset();
        install(new ConsoleHandler(), json);
    }

    /// To a file of at most 4 MB that begins anew when it is full, for a process whose terminal belongs to its user. If it cannot
    /// be written there is no log.
    public static void toFile(Path file) {
        LogManager.getLogManager().reset();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // A percent sign means something in the pattern, and the file's name is not ours.
            install(new FileHandler(file.toString().replace("%", "%%"), FILE_SIZE, 1, true), false);
        } catch (IOException e) {
            ROOT.setLevel(Level.OFF);
        }
    }

    /// What no thread of ours or of a plugin caught is a line of the log too: the JDK would print the message, which may be a
    /// peer's words, as it is.
    private static void install(Handler handler, boolean json) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> ROOT.log(Level.SEVERE, "the thread '" + thread.getName() + "' failed", fault));
        handler.setFormatter(new LogLine(json));
        handler.setLevel(Level.INFO);
        ROOT.setLevel(Level.INFO);
        ROOT.addHandler(handler);
    }
}
