package dev.patchbay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where the log of a gateway goes.
final class Logs {

    private static final int LIMIT = 1 << 20;

    /// Kept, or the garbage collector would take its settings with it.
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    /// To standard error, where whoever runs a service expects it.
    static void toStandardError() {
        handle(new ConsoleHandler());
    }

    /// To a file, because a terminal belongs to its user. Without a file there is no log.
    static void toFile(Path file) {
        LogManager.getLogManager().reset();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            handle(new FileHandler(file.toString().replace("%", "%%"), LIMIT, 1, true));
        } catch (IOException e) {
            ROOT.setLevel(Level.OFF);
        }
    }

    private static void handle(Handler handler) {
        LogManager.getLogManager().reset();
        handler.setFormatter(new OneLine());
        handler.setLevel(Level.INFO);
        ROOT.setLevel(Level.INFO);
        ROOT.addHandler(handler);
    }

    /// Time, level, logger and message in a line; a stack trace below it where a fault has one.
    private static final class OneLine extends Formatter {

        private final SimpleFormatter traces = new SimpleFormatter();

        @Override
        public String format(LogRecord record) {
            String level = record.getLevel().getName().toLowerCase(java.util.Locale.ROOT);
            String line = String.format("%1$tF %1$tT %2$-7s %3$s: %4$s%n", record.getMillis(), level, record.getLoggerName(), traces.formatMessage(record));
            return record.getThrown() == null ? line : line + trace(record.getThrown());
        }

        private static String trace(Throwable thrown) {
            java.io.StringWriter text = new java.io.StringWriter();
            thrown.printStackTrace(new java.io.PrintWriter(text));
            return text.toString();
        }
    }
}
