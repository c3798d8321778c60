package dev.patchbay.cli.shell;

import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import java.util.List;
import java.util.Optional;

/// Where a REPL reads lines and prints: a terminal, a script, a test.
///
/// Printing may be done from any thread; what is printed while the user types stands above the line. Reading is done by one thread at
/// a time.
public interface Shell extends Console {

    /// Waits for the next line.
    ///
    /// @param context what the shell may ask while the user types
    /// @return the line; nothing at the end of the input, such as Ctrl-D on an empty line
    Optional<String> readLine(LineContext context);

    /// Prints rows of one kind, under a heading.
    void table(List<Item> rows);

    /// Prints what can be done or chosen: a title, and below it items of which the first field is the name.
    void list(String title, List<Item> items);

    /// Prints text that has its form already, such as a table made elsewhere. It must be safe for a terminal.
    void verbatim(String text);

    /// Says something that nobody asked for, such as that the connection is lost.
    void notice(String text);

    /// Says what went wrong.
    void problem(Problem problem);

    /// Shows the prompt anew, because it has changed while the user may be typing.
    default void refresh() {}

    /// Empties the screen.
    default void clear() {}

    /// Says what interrupts a command that runs: Ctrl-C, or that nobody can be told its results.
    default void onInterrupt(Runnable action) {}

    /// {@return whether answers are for programs, as JSON}
    boolean json();
}
