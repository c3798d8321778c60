package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.cli.shell.Shell;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// The commands that work everywhere.
final class ReplCommands {

    private final Repl repl;
    private final Shell shell;
    private final Desk desk;
    private final Names names;
    private final LocalGateway gateway;
    private final Set<String> opened = new ConcurrentSkipListSet<>();

    ReplCommands(Repl repl, Desk desk, Names names, LocalGateway gateway) {
        this.repl = repl;
        shell = desk.shell();
        this.desk = desk;
        this.names = names;
        this.gateway = gateway;
    }

    /// {@return them, in the order in which help lists them}
    List<Command> all() {
        return List.of(
                Command.of("open ADDRESS", "dials a server, finds out what it speaks, and speaks that", this::open)
                        .example("open localhost:10333")
                        .example("open bbs                     (of the local gateway, or of the lobby you are in)")
                        .example("open ok://localhost:10337    (names the protocol of a server that says nothing first)")
                        .example("open bbs://alice@localhost")
                        .completing("ADDRESS", this::addresses),
                Command.of("raw ADDRESS", "dials a server and shows plain text, whatever it speaks", this::raw)
                        .example("raw localhost:25")
                        .completing("ADDRESS", () -> List.copyOf(opened)),
                Command.of("listen [--file FOLDER] ADDRESS", "waits for connections and prints what arrives, or keeps the files", this::listen)
                        .example("listen 40000                 (from this machine only)")
                        .example("listen 0.0.0.0:40000         (from everybody who can reach it)")
                        .example("listen --file . 10340        (takes files, sent as a line with the name and then the content)")
                        .completing("--file", ReplCommands::folders),
                Command.of("reopen", "opens the connection again", arguments -> repl.reopen()),
                Command.of("back", "leaves the server; goes back to the lobby you came from, or to the top", arguments -> repl.leave()),
                Command.of("quit", "leaves the server; at the top, leaves Patchbay", arguments -> repl.leave()).alias("exit"),
                Command.of("status", "shows the listeners of the local gateway", arguments -> ask("status")),
                Command.of("protocols [NAME]", "lists the protocols of the local gateway, or shows all about one", this::protocols)
                        .example("protocols bbs")
                        .completing("NAME", () -> desk.catalog().ids()),
                Command.of("plugins", "lists the plugins of the local gateway, and why some are rejected", arguments -> ask("plugins")),
                Command.of("resolver [ADDRESS]", "shows or sets the DNS 1.0 server that is asked for names; off forgets it", this::resolver)
                        .example("resolver localhost:10334")
                        .example("resolver off"),
                Command.of("user [NAME]", "shows or sets the name under which you speak to servers opened from now on", this::user)
                        .example("user alice"),
                Command.of("clear", "empties the screen", arguments -> shell.clear()),
                Command.of("help [COMMAND]", "lists what can be typed here, or shows all about one command", this::help)
                        .example("help open")
                        .completing("COMMAND", () -> repl.commands().stream().map(Command::name).distinct().toList()));
    }

    private void open(Arguments arguments) throws Exception {
        String address = arguments.text("ADDRESS");
        repl.open(address);
        opened.add(address);
    }

    private void raw(Arguments arguments) throws Exception {
        String address = arguments.text("ADDRESS");
        repl.raw(address);
        opened.add(address);
    }

    private void listen(Arguments arguments) throws Exception {
        InetSocketAddress address = Address.toListen(arguments.text("ADDRESS"));
        Optional<String> folder = arguments.find("--file");
        if (folder.isPresent()) {
            new FileReceiver(desk.catalog(), gateway, shell).listen(address, folder.get());
        } else {
            Receiver.listen(address, shell);
        }
    }

    /// {@return the folders of the working folder, as they are typed}
    private static List<String> folders() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(""), Files::isDirectory)) {
            List<String> names = new ArrayList<>();
            folders.forEach(folder -> names.add(folder.toString().contains(" ") ? '"' + folder.toString() + '"' : folder.toString()));
            names.sort(null);
            return names;
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<String> addresses() {
        Set<String> addresses = new ConcurrentSkipListSet<>(opened);
        addresses.addAll(repl.place().lobby().map(LobbyPlace::ids).orElseGet(() -> desk.catalog().ids()));
        addresses.add(Lobby.ID);
        return new ArrayList<>(addresses);
    }

    private void ask(String request) throws CommandFailure {
        try {
            shell.verbatim(gateway.ask(shell.json() ? request + " --json" : request));
        } catch (IOException e) {
            throw CommandFailure.unreachable(String.valueOf(e.getMessage()));
        }
    }

    private void protocols(Arguments arguments) throws CommandFailure {
        ask(arguments.find("NAME").map(name -> "protocols " + name).orElse("protocols"));
    }

    private void resolver(Arguments arguments) throws CommandFailure, InterruptedException {
        Optional<String> address = arguments.find("ADDRESS");
        if (address.isPresent() && address.get().equals("off")) {
            names.forget();
        } else if (address.isPresent()) {
            names.resolver(address.get());
        }
        String asked = names.resolver().map(NameServer::label).orElse("");
        shell.print(asked.isEmpty()
                ? Item.of("resolver").with("text", "names are asked of this system only")
                : Item.of("resolver").with("text", "names are asked of").with("address", asked));
    }

    private void user(Arguments arguments) {
        arguments.find("NAME").ifPresent(desk.identity()::name);
        shell.print(desk.identity().name()
                .map(name -> Item.of("user").with("name", name))
                .orElseGet(() -> Item.of("user").with("text", "no name yet: a server that wants one asks, or: user NAME")));
    }

    private void help(Arguments arguments) {
        Help help = new Help(shell, repl.place(), repl.own());
        arguments.find("COMMAND").ifPresentOrElse(help::about, help::overview);
    }
}
