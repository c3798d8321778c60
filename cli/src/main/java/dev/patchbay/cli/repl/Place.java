package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import java.util.List;
import java.util.Optional;

/// Where a user is: at the top, in a lobby, in a call. It decides what a line means, together with the commands that work everywhere.
///
/// Used by the worker's thread; [#prompt], [#name], [#commands], [#textHelp] and [#candidates] also by threads of the shell.
interface Place {

    /// {@return what it is called in help}
    String name();

    /// {@return what stands before the line}
    Item prompt();

    /// {@return the commands that work only here}
    List<Command> commands();

    /// {@return what a line does that is no command, such as "is posted on the board"; nothing where only commands make sense}
    default Optional<String> textHelp() {
        return Optional.empty();
    }

    /// {@return the words that the one being typed may become}
    ///
    /// @param typed what stands behind the command's name so far
    default List<String> candidates(Command command, String typed) {
        return command.candidates(typed);
    }

    /// Takes a line that is no command.
    default void typed(String line) throws Exception {
        throw new IllegalStateException("takes no text");
    }

    /// Runs one of its own commands.
    default void run(Command command, Arguments arguments) throws Exception {
        command.run(arguments);
    }

    /// Makes sure that its commands and text can work: before each of them, and when Enter is pressed on an empty line.
    default void ready() throws Exception {}

    /// Opens the connection anew.
    default void reopen() throws Exception {
        throw new IllegalArgumentException("there is no connection to open again: open ADDRESS opens one");
    }

    /// Ends what was interrupted in the middle, so that a later line begins anew.
    default void interrupted() {}

    /// Ends what cannot go on.
    default void broken(String reason) {}

    /// Tells what has happened while the user's command ran, and was kept back until now.
    default void catchUp() {}

    /// Leaves it in good order.
    default void leave() {}

    /// {@return where one is after leaving it; nothing at the top}
    Optional<Place> behind();

    /// {@return the lobby whose protocols `open ID` means here}
    default Optional<LobbyPlace> lobby() {
        return Optional.empty();
    }
}
