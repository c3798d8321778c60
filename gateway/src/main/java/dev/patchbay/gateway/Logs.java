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

/// Where the log goes: one line for each event, in which remote text is made safe. Until one of these is called the JDK's own
/// defaults hold.
public final class Logs {

    private static final int FILE_SIZE = 4 << 20;
    private static final int FILES = 4;

    private Logs() {}

    /// Sends the log of this process to standard error.
    ///
    /// @param json whether a line is a JSON object, for programs
    public static void toStandardError(boolean json) {
        install(new ConsoleHandler(), json);
    }

    /// Sends the log of this process to files `patchbay.0.log` to `patchbay.3.log` in a folder, the newest first, of 4 MB each.
    ///
    /// @throws IOException if they cannot be written
    public static void toFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        // A percent sign means something in the pattern, and the folder's name is not ours.
        String pattern = folder.toString().replace("%", "%%") + "/patchbay.%g.log";
        install(new FileHandler(pattern, FILE_SIZE, FILES, true), false);
    }

    private static void install(Handler handler, boolean json) {
        LogManager.getLogManager().reset();
        handler.setFormatter(new LogLine(json));
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
    }
}
