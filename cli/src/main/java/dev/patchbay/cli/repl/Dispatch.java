package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.Command;
import java.util.List;
import java.util.Optional;

/// What a line is.
sealed interface Dispatch {

    /// A command and what was typed behind it.
    record Run(Command command, Arguments arguments) implements Dispatch {}

    /// Text for the server.
    record Text(String line) implements Dispatch {}

    /// A command, but its arguments do not fit.
    record Misfit(Command command) implements Dispatch {}

    /// The name of no command, where only commands make sense.
    record Unknown(String word) implements Dispatch {}

    /// Decides what a line is.
    ///
    /// Where text is taken, a line is a command only if its first word names one and the rest fits its usage; a slash before
    /// it makes it a command in any case, and two slashes make it a text that begins with one; a slash alone is one.
    ///
    /// @param commands  in the order in which they count
    /// @param takesText whether a line may be text
    static Dispatch of(String line, List<Command> commands, boolean takesText) {
        String stripped = line.strip();
        if (stripped.startsWith("//") && takesText) {
            return new Text(stripped.substring(1));
        }
        boolean forced = stripped.startsWith("/") && !stripped.equals("/");
        String command = forced ? stripped.substring(1) : stripped;
        Dispatch dispatch = command(command, commands);
        return dispatch instanceof Run || forced || !takesText ? dispatch : new Text(line);
    }

    private static Dispatch command(String line, List<Command> commands) {
        String name = line.split("\\s", 2)[0];
        List<Command> called = commands.stream().filter(command -> command.isCalled(name)).toList();
        for (Command command : called) {
            Optional<Arguments> arguments = command.arguments(line.substring(name.length()));
            if (arguments.isPresent()) {
                return new Run(command, arguments.get());
            }
        }
        return called.isEmpty() ? new Unknown(name) : new Misfit(called.getFirst());
    }
}
