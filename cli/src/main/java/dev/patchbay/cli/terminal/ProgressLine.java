package dev.patchbay.cli.terminal;

import static dev.patchbay.cli.shell.Figures.size;

import dev.patchbay.api.client.Progress;
import java.util.Locale;
import org.jline.terminal.Terminal;

/// Progress in a line of its own, which is written over until it ends. What is over in a moment is not shown at all.
final class ProgressLine implements Progress {

    private static final long INTERVAL = 100_000_000;

    private final Terminal terminal;
    private final String label;
    private final long total;
    private final Runnable closed;
    private long began;
    private long first = -1;
    private long shown = System.nanoTime();
    private int width;
    private long done;

    /// @param closed is run when it has ended
    ProgressLine(Terminal terminal, String label, long total, Runnable closed) {
        this.terminal = terminal;
        this.label = label;
        this.total = total;
        this.closed = closed;
    }

    @Override
    public synchronized void at(long done) {
        this.done = done;
        if (first < 0) {
            // What goes on where it broke off did not get so far in no time.
            first = done;
            began = System.nanoTime();
        }
        if (System.nanoTime() - shown >= INTERVAL) {
            shown = System.nanoTime();
            show();
        }
    }

    private void show() {
        double seconds = Math.max(0.001, (System.nanoTime() - began) / 1e9);
        double rate = (double) (done - Math.max(0, first)) / seconds;
        StringBuilder line = new StringBuilder(label).append("  ").append(size(done));
        if (total > 0) {
            line.append(String.format(Locale.ROOT, " of %s  %d%%", size(total), done * 100 / total));
        }
        line.append("  ").append(size(rate)).append("/s");
        if (total > done && rate > 0) {
            line.append(String.format(Locale.ROOT, "  %.0f s left", (double) (total - done) / rate));
        }
        // What was longer before is written over.
        int last = width;
        width = line.length();
        terminal.writer().print("\r" + line + " ".repeat(Math.max(0, last - width)));
        terminal.flush();
    }

    /// Prints something else above it.
    synchronized void above(Runnable print) {
        if (width > 0) {
            terminal.writer().print("\r" + " ".repeat(width) + "\r");
        }
        print.run();
        if (width > 0) {
            show();
        }
    }

    @Override
    public synchronized void close() {
        if (width > 0) {
            show();
            terminal.writer().println();
            terminal.flush();
        }
        closed.run();
    }
}
