package dev.patchbay.cli.shell;

import dev.patchbay.api.client.Item;
import java.util.List;

/// How things look: to people, or to programs. What it returns is safe for a terminal and has no line feed at its end.
public sealed interface Format permits TextFormat, JsonFormat {

    /// {@return one item, in a line}
    String item(Item item);

    /// {@return rows of one kind; empty if there are none}
    String table(List<Item> rows);

    /// {@return a title with items below it, of which the first field is the name}
    ///
    /// @param width how many columns there are; what does not fit goes on below itself. 0 if nobody counts them
    String list(String title, List<Item> items, int width);

    /// {@return something that nobody asked for}
    String notice(String text);

    /// {@return what went wrong and what to do}
    String problem(Problem problem);

    /// {@return what stands before a line to be typed; at a terminal a person types, whatever reads the answers}
    String prompt(Item prompt);

    /// {@return a question, or the name of something that moves on}
    String label(String text);
}
