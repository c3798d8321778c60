package example.poll;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.util.List;

/// A person in front of the question.
final class PollSession implements ClientSession {

    private final RemotePoll poll;
    private final Ballot ballot;
    private final Console console;
    private final String name;
    private final List<Command> commands;

    PollSession(RemotePoll poll, Ballot ballot, ClientContext context) {
        this.poll = poll;
        this.ballot = ballot;
        console = context.console();
        name = context.user();
        commands = List.of(
                Command.of("vote CHOICE...", "votes, or changes your vote", arguments -> typed(arguments.text("CHOICE")))
                        .completing("CHOICE", ballot::choices)
                        .example("vote " + ballot.choices().stream().findFirst().orElse("yes")),
                Command.of("results", "counts the votes", _ -> results()));
    }

    @Override
    public void typed(String line) {
        if (!ballot.choices().contains(line)) {
            throw new IllegalArgumentException("'" + line + "' is no choice: " + String.join(", ", ballot.choices()));
        }
        poll.vote(line);
        // A script sees by its exit code that all went well.
        if (console.interactive()) {
            console.print(Item.text("voted", Style.GOOD));
        }
    }

    private void results() {
        for (String line : poll.results(ballot)) {
            String[] result = line.split(" ", 2);
            console.print(Item.of("result").with("votes", result[0], Style.STRONG).with("choice", result.length > 1 ? result[1] : ""));
        }
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public String status() {
        return name;
    }

    @Override
    public String textHelp() {
        return "is your vote";
    }
}
