package dev.patchbay.gateway.text;

import dev.patchbay.api.client.Item;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/// Writes a log record in one line: time, level, what it is about, message. Text from peers and plugins is made safe here, once,
/// for all who log.
public final class LogLine extends Formatter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private final boolean json;

    /// @param json whether a line is a JSON object
    public LogLine(boolean json) {
        this.json = json;
    }

    @Override
    public String format(LogRecord entry) {
        String time = TIME.format(entry.getInstant().atZone(ZoneId.systemDefault()));
        String message = formatMessage(entry) + because(entry.getThrown());
        if (json) {
            Item line = Item.of("log")
                    .with("time", time)
                    .with("level", level(entry.getLevel()))
                    .with("about", about(entry.getLoggerName()))
                    .with("message", message);
            return JsonText.of(line) + "\n";
        }
        return SafeText.of(time + " " + level(entry.getLevel()) + " " + about(entry.getLoggerName()) + ": " + message) + "\n";
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "warn";
        }
        return level.intValue() >= Level.INFO.intValue() ? "info" : "debug";
    }

    private static String about(@Nullable String logger) {
        return logger == null || logger.isEmpty() ? "patchbay" : logger.replaceFirst("^patchbay\\.", "");
    }

    private static String because(@Nullable Throwable thrown) {
        return thrown == null ? "" : ": " + thrown;
    }
}
