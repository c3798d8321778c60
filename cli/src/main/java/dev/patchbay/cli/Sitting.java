package dev.patchbay.cli;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.cli.shell.Shell;
import dev.patchbay.cli.terminal.TerminalShell;
import dev.patchbay.cli.terminal.Terminals;
import dev.patchbay.gateway.PluginFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// A person at the REPL. The first class that loads the terminal library.
final class Sitting {

    private Sitting() {}

    /// Opens the terminal that a person sits at.
    @FunctionalInterface
    interface Seat {
        TerminalShell take(Format format, Path history) throws IOException;
    }

    static ExitCode hold(Talking talking, PluginShelf plugins, OwnGateway gateway, AtExit atExit) throws InterruptedException {
        return hold((format, history) -> new TerminalShell(Terminals.open(), format, history), talking, plugins, gateway, atExit);
    }

    /// At this terminal, which is closed at the end.
    static ExitCode hold(Seat seat, Talking talking, PluginShelf plugins, OwnGateway gateway, AtExit atExit) throws InterruptedException {
        Invocation invocation = talking.invocation();
        try (TerminalShell shell = seat.take(invocation.terminalFormat(talking.environment()), talking.folders().history())) {
            if (invocation.operand().isEmpty()) {
                welcome(shell);
                // What takes processor time begins when the prompt stands, and one after the other: plugins, then the gateway.
                shell.onPrompt(plugins::load);
            } else {
                plugins.load();
            }
            Thread.ofVirtual().name("patchbay-plugins").start(() -> {
                tellProblems(shell, plugins.folder().join());
                if (invocation.operand().isEmpty()) {
                    tellGateway(shell, gateway);
                }
            });
            return talking.talk(shell, plugins, gateway, atExit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void welcome(Shell shell) {
        shell.print(Item.text("Patchbay speaks the protocols of small servers. Try: open bbs", Style.STRONG));
        String more = "open HOST:PORT finds out what any server speaks; help; Ctrl-D leaves.";
        shell.print(Item.text(more, Style.MUTED));
    }

    private static void tellGateway(Shell shell, OwnGateway gateway) {
        try {
            InetSocketAddress lobby = gateway.lobby();
            String where = "localhost:" + lobby.getPort();
            shell.notice(gateway.startedHere()
                    ? "a gateway runs here until you leave; its lobby is " + where
                    : "the gateway of this machine has its lobby at " + where);
        } catch (IOException e) {
            shell.problem(Problem.of("no local gateway: " + e.getMessage()));
        } catch (IllegalStateException e) {
            // The user has left before it was ready.
        }
    }

    private static void tellProblems(Shell shell, PluginFolder folder) {
        folder.problem().ifPresent(problem -> shell.problem(Problem.of(problem)));
        long rejected = folder.rows().stream().filter(row -> row.state().equals("rejected")).count();
        if (rejected > 0) {
            shell.notice(rejected + (rejected == 1 ? " plugin was" : " plugins were") + " rejected: plugins says why");
        }
    }
}
