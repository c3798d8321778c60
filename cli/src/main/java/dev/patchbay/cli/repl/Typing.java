package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.cli.shell.LineContext;
import dev.patchbay.cli.shell.Look;
import dev.patchbay.cli.shell.Proposal;
import java.util.ArrayList;
import java.util.List;

/// What is known of a line while it is typed. Asked by threads of the shell, while the worker rests or prints.
final class Typing implements LineContext {

    private final Repl repl;

    Typing(Repl repl) {
        this.repl = repl;
    }

    @Override
    public Item prompt() {
        return repl.place().prompt();
    }

    @Override
    public List<Proposal> proposals(String typed) {
        String line = typed.stripLeading();
        String name = line.split("\\s", 2)[0];
        String slash = line.startsWith("/") ? "/" : "";
        return name.equals(line) ? commands(slash) : arguments(name.substring(slash.length()), line.substring(name.length() + 1));
    }

    private List<Proposal> commands(String slash) {
        Place place = repl.place();
        List<Proposal> proposals = new ArrayList<>();
        place.commands().forEach(command -> proposals.add(proposal(command, slash, "commands of " + place.name())));
        repl.own().forEach(command -> proposals.add(proposal(command, slash, "other commands")));
        return proposals;
    }

    private static Proposal proposal(Command command, String slash, String group) {
        return new Proposal(slash + command.name(), command.help(), group);
    }

    /// The usage stands above them, for whoever has forgotten what comes next.
    private List<Proposal> arguments(String name, String typed) {
        return repl.commands().stream()
                .filter(command -> command.isCalled(name))
                .findFirst()
                .map(command -> repl.place().candidates(command, typed).stream()
                        .map(word -> new Proposal(word, "", command.usage()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Look look(String line) {
        if (line.isBlank()) {
            return Look.TEXT;
        }
        return switch (repl.read(line)) {
            case Dispatch.Run _ -> Look.COMMAND;
            case Dispatch.Text _ -> Look.TEXT;
            case Dispatch.Misfit _ -> Look.COMMAND;
            case Dispatch.Unknown(String word) -> begins(word) ? Look.TEXT : Look.UNKNOWN;
        };
    }

    private boolean begins(String word) {
        return repl.commands().stream().anyMatch(command -> command.name().startsWith(word));
    }
}
