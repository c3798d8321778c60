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
        String[] words = line.split("\\s+", -1);
        return words.length == 1 ? commands(line.startsWith("/") ? "/" : "") : arguments(words);
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

    private List<Proposal> arguments(String[] words) {
        String name = words[0].startsWith("/") ? words[0].substring(1) : words[0];
        return repl.commands().stream()
                .filter(command -> command.isCalled(name))
                .findFirst()
                .map(command -> repl.place().candidates(command, words.length - 2))
                .orElse(List.of())
                .stream()
                .map(word -> new Proposal(word, "", ""))
                .toList();
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
