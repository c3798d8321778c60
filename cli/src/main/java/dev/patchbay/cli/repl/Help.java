package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.cli.shell.Shell;
import dev.patchbay.gateway.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/// Teaches what can be typed here.
record Help(Shell shell, Place place, List<Command> own) {

    /// Everything, a line each; first what is special here.
    void overview() {
        place.textHelp().ifPresent(text -> shell.print(Item.text("A line that is no command " + text + ".")));
        List<Command> here = place.commands();
        if (!here.isEmpty()) {
            shell.list("Commands of " + place.name(), here.stream().map(Help::row).toList());
        }
        List<Command> everywhere = own.stream()
                .filter(command -> here.stream().noneMatch(first -> first.isCalled(command.name())))
                .toList();
        shell.list("Commands everywhere", everywhere.stream().map(Help::row).toList());
        shell.print(Item.text(
                place.textHelp().isPresent()
                        ? "/list is a command in any case, //list the text /list. Try: help COMMAND"
                        : "Tab completes. Try: help COMMAND",
                Style.MUTED));
    }

    private static Item row(Command command) {
        return Item.of("command").with("usage", command.usage(), Style.STRONG).with("help", command.help());
    }

    /// All about one command.
    void about(String name) {
        List<Command> all = new ArrayList<>(place.commands());
        all.addAll(own);
        String wanted = name.startsWith("/") ? name.substring(1) : name;
        Command command = all.stream().filter(candidate -> candidate.isCalled(wanted)).findFirst().orElseThrow(() -> unknown(wanted, all));
        shell.list("Usage", List.of(row(command)));
        if (!command.aliases().isEmpty()) {
            shell.list("Also called", command.aliases().stream().map(alias -> Item.of("alias").with("name", alias)).toList());
        }
        if (!command.examples().isEmpty()) {
            shell.list("Examples", command.examples().stream().map(example -> Item.of("example").with("line", example)).toList());
        }
    }

    private static IllegalArgumentException unknown(String name, List<Command> all) {
        List<String> names = all.stream().map(Command::name).toList();
        return new IllegalArgumentException(
                "there is no command '" + name + "' here" + Nearest.to(name, names).map(near -> ": did you mean " + near + "?").orElse(""));
    }
}
