package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;

/// Where a session prints and asks. All text is made safe before it reaches a terminal: control characters and escape
/// sequences are shown, not executed.
///
/// Methods may be called from any thread. What is printed while the user types appears above the line being typed, which stays
/// as it is.
///
/// Not for implementation by plugins, except in their tests: it grows.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface Console {

    /// Prints an item: as a line for people, or as a JSON object where the user asked for that.
    void print(Item item);

    /// Prints a line of text.
    default void print(String text) {
        print(Item.text(text));
    }

    /// Asks the user a question and waits for the answer. To be called by the thread that runs a command only. In a
    /// script, the next line is the answer.
    ///
    /// @param question without colon or question mark at its end where it is a label, such as `To`
    /// @return the answer as it was typed, possibly empty or blank
    /// @throws java.util.concurrent.CancellationException if the user does not want to answer, or the script is at its end
    String ask(String question);

    /// Asks as [#ask(String)] does, with an answer for a user who just presses Enter, or for a script given on the command line.
    ///
    /// @return the answer as it was typed, or `defaultAnswer` if it is empty
    /// @throws java.util.concurrent.CancellationException if the user does not want to answer
    String ask(String question, String defaultAnswer);

    /// Shows how far something long has come. Where there is no terminal nothing is shown.
    ///
    /// @param label what it is, such as a file's name
    /// @param total how much there is to do, in bytes; negative if that is unknown
    Progress progress(String label, long total);

    /// {@return whether a person sits at a terminal, as opposed to a script}
    boolean interactive();
}
