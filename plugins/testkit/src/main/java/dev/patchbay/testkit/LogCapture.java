package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.gateway.text.LogLine;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Reads the log of the gateway and the plugins, which goes nowhere else meanwhile.
final class LogCapture extends Handler {

    private static final String PLUGIN = "patchbay.plugin.";

    /// Kept, or the garbage collector would take its settings with it.
    private static final Logger LOGGER = Logger.getLogger("patchbay");

    private final LogLine format = new LogLine(false);
    private final AtomicLong ofTheGateway = new AtomicLong();
    private final AtomicLong ofThePlugin = new AtomicLong();
    private final ConcurrentLinkedQueue<String> improper = new ConcurrentLinkedQueue<>();

    private LogCapture() {
        setLevel(Level.INFO);
    }

    static LogCapture start() {
        LogCapture capture = new LogCapture();
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(capture);
        return capture;
    }

    @Override
    public void publish(LogRecord entry) {
        (String.valueOf(entry.getLoggerName()).startsWith(PLUGIN) ? ofThePlugin : ofTheGateway).incrementAndGet();
        String line = format.format(entry);
        boolean oneLine = line.chars().filter(Character::isISOControl).count() == 1;
        if (entry.getThrown() != null || entry.getLevel().intValue() > Level.INFO.intValue() || !oneLine) {
            improper.add(line);
        }
    }

    /// Expects that connections have left no more than a line each, and nothing that would make an operator look.
    ///
    /// @param printing whether the plugin logs messages as well, any number of them
    void expectAtMostOneLineForEach(long connections, boolean printing) {
        assertThat(List.copyOf(improper)).as("warnings, stack traces and lines that are not one").isEmpty();
        assertThat(ofTheGateway.get() + (printing ? 0 : ofThePlugin.get())).as("lines in the log").isLessThanOrEqualTo(connections);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
        LOGGER.setUseParentHandlers(true);
    }
}
