package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.cli.repl.Repl;
import dev.patchbay.cli.repl.ReplSettings;
import dev.patchbay.cli.shell.CommandLines;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.LineSource;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.cli.shell.ScriptShell;
import dev.patchbay.cli.shell.Shell;
import dev.patchbay.cli.shell.StreamLines;
import dev.patchbay.gateway.GatewaySettings;
import dev.patchbay.gateway.Logs;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The REPL: for a person, or for a script.
record Talking(Invocation invocation, Environment environment, Folders folders) {

    /// Nobody may sit beside a script to press Ctrl-C.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// How it is done, with what there is to talk about.
    interface Manner {

        ExitCode talk(Talking talking, PluginShelf plugins, OwnGateway gateway, AtExit atExit) throws InterruptedException;
    }

    ExitCode run() throws InterruptedException {
        boolean person = invocation.commands().isEmpty() && environment.typed() && environment.read();
        return run(person ? Sitting::hold : Talking::script);
    }

    ExitCode run(Manner manner) throws InterruptedException {
        // Before anything can log: the terminal belongs to the user, and standard error to what a script is told.
        Logs.toFile(folders.log());
        try (AtExit atExit = new AtExit()) {
            PluginShelf plugins = new PluginShelf(pluginFolder());
            atExit.add(plugins::close);
            OwnGateway gateway = new OwnGateway(gatewaySettings());
            atExit.add(gateway::close);
            return manner.talk(this, plugins, gateway, atExit);
        }
    }

    private ExitCode script(PluginShelf plugins, OwnGateway gateway, AtExit atExit) throws InterruptedException {
        plugins.load();
        Shell shell = new ScriptShell(lines(), invocation.scriptFormat(environment), environment.out(), environment.err());
        CompletableFuture<Void> told = plugins.folder()
                .thenAccept(folder -> folder.problem().ifPresent(problem -> shell.problem(Problem.of(problem))));
        ExitCode code = talk(shell, plugins, gateway, atExit);
        told.join();
        return code;
    }

    private LineSource lines() {
        return invocation.commands().isEmpty()
                ? new StreamLines(new BufferedReader(new InputStreamReader(environment.in(), UTF_8)))
                : new CommandLines(invocation.commands());
    }

    ExitCode talk(Shell shell, PluginShelf plugins, OwnGateway gateway, AtExit atExit) throws InterruptedException {
        ReplSettings settings = new ReplSettings(
                plugins::protocols,
                gateway,
                invocation.user(),
                environment.userName(),
                invocation.resolver(),
                invocation.operand(),
                invocation.timeout().orElse(shell.interactive() ? Duration.ZERO : PATIENCE));
        // Closed here, while there is a shell to print on, or by Ctrl-C in a script: the server hears a goodbye all the same.
        try (Repl repl = new Repl(shell, settings)) {
            atExit.add(repl::close);
            return repl.run();
        }
    }

    Path pluginFolder() {
        return invocation.plugins().orElseGet(folders::plugins).toAbsolutePath();
    }

    private GatewaySettings gatewaySettings() {
        Path data = invocation.data().orElseGet(folders::data).toAbsolutePath();
        // Loopback, whatever the configuration says: somebody who types one word does not open this machine to a network.
        return new GatewaySettings(data, pluginFolder(), folders.config(), Optional.of("127.0.0.1"), false);
    }
}
