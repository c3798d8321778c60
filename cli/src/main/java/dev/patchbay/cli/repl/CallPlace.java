package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.cli.shell.Faults;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// In a call: what is typed goes to a server, in the way of its protocol. The place stays when the connection does not: the next line
/// opens a new one.
final class CallPlace implements Place, Call.Listener {

    private final Desk desk;
    private final Route route;
    private final String name;
    private final Place behind;
    private volatile Call call;
    private volatile boolean untold;
    /// What the session threw first where it was only asked how it looks; told once, after a command.
    private final CompletableFuture<Throwable> fault = new CompletableFuture<>();
    private boolean faultTold;

    /// Opens the session on a server that was reached.
    ///
    /// @param route  how it was reached, to reach it again
    /// @param behind where one is after leaving
    CallPlace(Desk desk, Route route, Reached.Server server, Place behind) throws Exception {
        this.desk = desk;
        this.route = route;
        this.behind = behind;
        name = server.name();
        call = open(server);
        call.watch();
    }

    private Call open(Reached.Server server) throws Exception {
        Line line = new Line(server.wire(), () -> dial().wire());
        return desk.patience().during(line, () -> Call.open(server.mode(), line, route, desk.shell(), desk.identity(), this));
    }

    private Reached.Server dial() throws CommandFailure, InterruptedException {
        if (desk.dialer().dial(route) instanceof Reached.Server server) {
            return server;
        }
        throw CommandFailure.unreachable(route.label() + " has become a lobby", "open " + route.label() + " enters it");
    }

    Route route() {
        return route;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Item prompt() {
        Item prompt = Item.of("prompt").with("place", name, Style.STRONG).with("server", route.label());
        if (call.end().isPresent()) {
            return prompt.with("state", "(not connected)", Style.BAD);
        }
        String status = ask(ClientSession::status, "");
        return status.isEmpty() ? prompt : prompt.with("status", status, Style.NAME);
    }

    @Override
    public List<Command> commands() {
        return ask(session -> List.copyOf(session.commands()), List.of());
    }

    @Override
    public Optional<String> textHelp() {
        return Optional.of(ask(ClientSession::textHelp, "goes to the server"));
    }

    @Override
    public List<String> candidates(Command command, String typed) {
        return ask(_ -> List.copyOf(command.candidates(typed)), List.of());
    }

    /// Asks the session, as often as the shell paints: a plugin that fails here must not take the line from under the user's hands.
    private <T> T ask(Function<ClientSession, T> question, T fallback) {
        ClientSession session = call.session();
        try (var _ = new PluginScope(session)) {
            return Objects.requireNonNull(question.apply(session));
        } catch (Throwable e) {
            fault.complete(e);
            return fallback;
        }
    }

    @Override
    public void typed(String line) throws Exception {
        exchange(() -> call.session().typed(line));
    }

    @Override
    public void run(Command command, Arguments arguments) throws Exception {
        exchange(() -> command.run(arguments));
    }

    private void exchange(ClientContext.Task task) throws Exception {
        Line line = call.line();
        line.begin();
        try {
            desk.patience().during(line, () -> {
                try (var _ = new PluginScope(call.session())) {
                    task.run();
                    flush();
                }
                return true;
            });
        } finally {
            line.settle();
        }
    }

    /// What a session only put into the buffer leaves now: nobody waits for input here.
    private void flush() {
        if (call.end().isEmpty()) {
            call.flush();
        }
    }

    @Override
    public void ready() throws Exception {
        if (call.end().isPresent()) {
            reopen();
        }
    }

    @Override
    public void reopen() throws Exception {
        call.leave("opened again");
        call = open(dial());
        call.watch();
        desk.shell().notice("connected to " + route.label() + " again");
    }

    @Override
    public void interrupted() {
        call.leave("interrupted");
        // Where bytes were being sent the interrupt has ended the connection by itself, which is no news.
        untold = false;
        desk.shell().notice("interrupted, and the connection closed: the next line opens it again");
    }

    @Override
    public void broken(String reason) {
        call.lose(reason);
        // Whoever ran into it says so.
        untold = false;
    }

    @Override
    public void lost(Call lost) {
        if (lost == call) {
            untold = true;
            if (!desk.worker().busy()) {
                catchUp();
            }
        }
    }

    @Override
    public synchronized void catchUp() {
        if (untold) {
            untold = false;
            String how = desk.shell().interactive() ? ": Enter opens it again" : "";
            desk.shell().notice("connection to " + route.label() + " lost: " + call.end().orElse("") + how);
            desk.shell().refresh();
        }
        if (fault.isDone() && !faultTold) {
            faultTold = true;
            failed(fault.join());
        }
    }

    @Override
    public void failed(Throwable failure) {
        desk.shell().problem(Faults.of(name, failure));
    }

    @Override
    public void leave() {
        call.leave("left");
    }

    @Override
    public Optional<Place> behind() {
        return Optional.of(behind);
    }

    @Override
    public Optional<LobbyPlace> lobby() {
        return behind.lobby();
    }
}
