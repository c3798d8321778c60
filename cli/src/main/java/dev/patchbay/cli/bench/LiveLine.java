package dev.patchbay.cli.bench;

import java.io.PrintStream;

/// A line at the end of a terminal that is written over until it goes; nothing where there is no terminal. No terminal library, for which
/// nobody here would like to wait.
public final class LiveLine {

    private final PrintStream out;
    private final boolean shown;
    private int width;

    /// Creates a line that shows nothing yet.
    ///
    /// @param shown whether there is a terminal
    public LiveLine(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    /// Shows a text, which is safe for a terminal and not wider than one.
    void show(String text) {
        if (shown) {
            out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            out.flush();
            width = text.length();
        }
    }

    /// Takes it away.
    void clear() {
        if (width > 0) {
            show("");
            out.print("\r");
            out.flush();
            width = 0;
        }
    }
}
