package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Command;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Faults;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.cli.shell.Shell;
import dev.patchbay.gateway.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Reads lines and does what they mean, at the place where the user is. It neither knows what a terminal is nor what a protocol says.
///
/// ```java
/// try (Repl repl = new Repl(shell, settings)) {
///     ExitCode code = repl.run();
/// }
/// ```
public final class Repl implements AutoCloseable {

    private final Shell shell;
    private final Optional<String> first;
    private final Worker worker = new Worker();
    private final Desk desk;
    private final Router router;
    private final List<Command> own;
    private final Typing typing = new Typing(this);
    private volatile Place place = new TopPlace();
    private @Nullable CallPlace last;
    private boolean over;
    private boolean closed;

    /// Creates a REPL at its top, that reads nothing yet.
    ///
    /// @throws IllegalArgumentException if the address to open, or that of the resolver, is none
    public Repl(Shell shell, ReplSettings settings) {
        this.shell = shell;
        first = settings.address();
        first.ifPresent(Address::parse);
        Catalog catalog = new Catalog(settings.protocols());
        Identity identity = new Identity(settings.user(), settings.proposal());
        desk = new Desk(shell, worker, catalog, new Dialer(catalog, shell), identity, new Patience(settings.patience()));
        Names names = new Names(settings.resolver());
        router = new Router(catalog, names, settings.gateway());
        own = new ReplCommands(this, desk, names, settings.gateway()).all();
        shell.onInterrupt(worker::interrupt);
    }

    /// Runs until the user leaves, the input ends, or, in a script, a command fails.
    ///
    /// @return how the last command ended
    public ExitCode run() throws InterruptedException {
        ExitCode code = first.isPresent() ? ran(() -> open(first.get())) : ExitCode.OK;
        while (!over && (shell.interactive() || code == ExitCode.OK)) {
            Optional<String> line = shell.readLine(typing);
            if (line.isPresent()) {
                code = enter(line.get());
            } else if (shell.interactive()) {
                code = ran(this::leave);
            } else {
                break;
            }
        }
        return shell.interactive() && first.isEmpty() ? ExitCode.OK : code;
    }

    private ExitCode enter(String line) throws InterruptedException {
        return ran(() -> dispatch(line));
    }

    private interface Task {

        void run() throws Exception;
    }

    private ExitCode ran(Task task) throws InterruptedException {
        ExitCode code = worker.run(() -> attempt(task));
        place.catchUp();
        return code;
    }

    private ExitCode attempt(Task task) {
        try {
            task.run();
            return ExitCode.OK;
        } catch (InternalError | UnknownError e) {
            throw e;
        } catch (Throwable e) {
            // Whatever a client mode throws, an AssertionError too, ends its command and not the REPL.
            if (worker.interrupted()) {
                Worker.calm();
                place.interrupted();
                return ExitCode.FAILED;
            }
            return failed(e);
        }
    }

    private ExitCode failed(Throwable failure) {
        switch (failure) {
            case CommandFailure e -> {
                shell.problem(e.problem());
                return e.code();
            }
            case ConnectionException e -> {
                place.broken(String.valueOf(e.getMessage()));
                String what = e.reason() == Reason.VIOLATION ? "the server broke the rules of the protocol: " : "connection lost: ";
                shell.problem(lost(what + e.getMessage()));
            }
            case RedialException e -> {
                place.broken(String.valueOf(e.getMessage()));
                shell.problem(lost("connection lost: " + e.getMessage()));
            }
            case CancellationException e -> shell.problem(Problem.of(e.getMessage() == null ? "cancelled" : e.getMessage()));
            case IllegalArgumentException e -> shell.problem(Problem.of(String.valueOf(e.getMessage())));
            default -> shell.problem(Faults.of(place.name(), failure));
        }
        return ExitCode.FAILED;
    }

    private Problem lost(String what) {
        return shell.interactive() && place.behind().isPresent() ? Problem.of(what, "Enter opens it again") : Problem.of(what);
    }

    private void dispatch(String line) throws Exception {
        if (line.isBlank()) {
            // In a script an empty line is just an empty line.
            if (shell.interactive()) {
                place.ready();
            }
            return;
        }
        if (!(read(line) instanceof Dispatch.Run run && own.contains(run.command()))) {
            place.ready();
        }
        switch (read(line)) {
            case Dispatch.Run(Command command, var arguments) when own.contains(command) -> command.run(arguments);
            case Dispatch.Run(Command command, var arguments) -> place.run(command, arguments);
            case Dispatch.Text(String text) -> place.typed(text);
            case Dispatch.Misfit(Command command) -> throw new IllegalArgumentException("usage: " + command.usage());
            case Dispatch.Unknown(String word) -> throw unknown(word);
        }
    }

    /// {@return what a line is at this place}
    Dispatch read(String line) {
        return Dispatch.of(line, commands(), place.textHelp().isPresent());
    }

    private CommandFailure unknown(String word) {
        List<String> names = commands().stream().map(Command::name).toList();
        List<String> ids = desk.catalog().ids();
        if (place.textHelp().isPresent()) {
            return new CommandFailure(ExitCode.FAILED, Problem.of("there is no command '" + word + "'", "a text that begins with a slash: //" + word));
        }
        String hint = ids.contains(word) || word.contains(":")
                ? "did you mean: open " + word
                : Nearest.to(word, names).map(name -> "did you mean: " + name).orElse("help lists the commands");
        return new CommandFailure(ExitCode.FAILED, Problem.of("there is no command '" + word + "'", hint));
    }

    Place place() {
        return place;
    }

    List<Command> own() {
        return own;
    }

    Desk desk() {
        return desk;
    }

    /// {@return all commands that can be typed here, in the order in which they count}
    List<Command> commands() {
        List<Command> commands = new ArrayList<>(place.commands());
        commands.addAll(own);
        return commands;
    }

    /// Opens what an address means here.
    void open(String address) throws Exception {
        go(router.route(address, place.lobby()));
    }

    /// Opens a connection without a protocol.
    void raw(String address) throws Exception {
        go(router.raw(address));
    }

    private void go(Route route) throws Exception {
        // The server may be the one we are talking to, and able to talk to one client only: goodbye comes first.
        Place from = route instanceof Route.ThroughLobby && place.lobby().isPresent() ? place.lobby().get() : top();
        place.leave();
        switch (desk.dialer().dial(route)) {
            case Reached.AtLobby(Lobby lobby, List<Lobby.Entry> entries) -> {
                LobbyPlace next = new LobbyPlace(lobby, entries, shell, from);
                place = next;
                next.show();
                greet("open ID opens one of these, Ctrl-D leaves the lobby");
            }
            case Reached.Server server -> {
                greet(server.banner());
                CallPlace next = new CallPlace(desk, route.pinned(server.name()), server, from);
                place = next;
                last = next;
                greet("what you type " + next.textHelp().orElse("") + "; try help; Ctrl-D leaves");
            }
        }
    }

    private Place top() {
        Place top = place;
        while (top.behind().isPresent()) {
            top = top.behind().get();
        }
        return top;
    }

    private void greet(String text) {
        if (shell.interactive()) {
            shell.notice(text);
        }
    }

    /// Opens the connection of this place anew, or else the one before.
    void reopen() throws Exception {
        if (last != null && place != last && place.behind().isEmpty()) {
            go(last.route());
        } else {
            place.reopen();
        }
    }

    /// Leaves the place; at the top, the REPL.
    void leave() {
        place.leave();
        Optional<Place> behind = place.behind();
        over = behind.isEmpty();
        behind.ifPresent(next -> place = next);
    }

    /// Leaves everything in good order, within a second or so. Whoever calls it second waits for that.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        worker.interrupt();
        try {
            worker.run(() -> {
                while (!over) {
                    leave();
                }
                desk.dialer().close();
                return ExitCode.OK;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            worker.close();
        }
    }
}
