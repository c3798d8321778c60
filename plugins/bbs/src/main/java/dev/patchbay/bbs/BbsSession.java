package dev.patchbay.bbs;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person at the board.
final class BbsSession implements ClientSession {

    private static final Pattern ENTRY = Pattern.compile("([0-9A-Fa-f.:]+) (.*)", Pattern.DOTALL);

    private final BbsVersion version;
    private final String user;
    private final RemoteBoard board;
    private final ClientContext context;
    private final Console console;
    private final Set<String> known = new ConcurrentSkipListSet<>();
    private final List<Command> commands;
    private @Nullable Watch watch;

    BbsSession(BbsVersion version, String user, RemoteBoard board, ClientContext context) {
        this.version = version;
        this.user = user;
        this.board = board;
        this.context = context;
        console = context.console();
        known.add(user);
        commands = makeCommands();
    }

    private List<Command> makeCommands() {
        List<Command> all = new ArrayList<>();
        all.add(Command.of("post TEXT...", "posts a text on the board, also one that looks like a command", arguments -> typed(arguments.text("TEXT")))
                .example("post watch"));
        all.add(Command.of("list", "lists the board", _ -> list()));
        if (version.hasUsers()) {
            all.add(Command.of("dm [USER] [TEXT...]", "sends a direct message; asks for what is missing", this::direct)
                    .example("dm bob see you at eight")
                    .completing("USER", () -> List.copyOf(known)));
        }
        if (version.listsDirect()) {
            all.add(Command.of("listdm", "lists the direct messages to you", _ -> listDirect()).alias("listdms"));
        }
        all.add(Command.of("watch", "shows new posts as they come, or stops that", _ -> watch()));
        return List.copyOf(all);
    }

    @Override
    public void typed(String line) {
        if (version.meaning(line) != BbsVersion.Meaning.POST) {
            throw new IllegalArgumentException(
                    "the server would take '" + line + "' for a command, so it cannot be posted alone: add a word to it");
        }
        board.post(line);
        remark("posted");
    }

    private void list() {
        remark(counted(board.list(this::show), "post"));
    }

    private void show(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        console.print(parts.matches()
                ? Item.of("post").with("from", parts.group(1), Style.NAME).with("text", parts.group(2))
                : Item.of("post").with("text", entry));
    }

    private void direct(Arguments arguments) {
        String recipient = arguments.find("USER").orElseGet(() -> console.ask("To"));
        String text = arguments.find("TEXT").orElseGet(() -> console.ask("Message"));
        if (recipient.isEmpty() || text.isEmpty()) {
            throw new IllegalArgumentException("nothing was sent: a direct message needs a recipient and a text");
        }
        board.direct(recipient, text);
        known.add(recipient);
        remark("sent to " + recipient);
    }

    private void listDirect() {
        int count = board.listDirect(text -> console.print(Item.of("dm").with("text", text)));
        remark(counted(count, "direct message"));
    }

    private void watch() {
        Watch running = watch;
        if (running != null) {
            running.stop();
            watch = null;
            remark("no longer watching the board");
            return;
        }
        Watch started = new Watch(board, this::show);
        context.background(started::run);
        watch = started;
        remark("watching the board; 'watch' again stops it");
    }

    /// Tells a person what a program does not need to hear.
    private void remark(String text) {
        if (console.interactive()) {
            console.print(Item.text(text, Style.MUTED));
        }
    }

    private static String counted(int count, String thing) {
        return count == 0 ? "no " + thing + "s yet" : count == 1 ? "1 " + thing : count + " " + thing + "s";
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public String status() {
        return user;
    }

    @Override
    public String textHelp() {
        return "is posted on the board";
    }

    @Override
    public void close() {
        board.quit();
    }
}
