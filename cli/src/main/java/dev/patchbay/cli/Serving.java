package dev.patchbay.cli;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewayException;
import dev.patchbay.gateway.GatewaySettings;
import dev.patchbay.gateway.ListenerRow;
import dev.patchbay.gateway.Logs;
import dev.patchbay.gateway.PluginRow;
import dev.patchbay.gateway.text.Addresses;
import dev.patchbay.gateway.text.SafeText;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;

/// Runs a gateway until it is told to stop.
record Serving(Invocation invocation, Environment environment, Folders folders) {

    ExitCode run() throws InterruptedException {
        Logs.toStandardError(invocation.json());
        try {
            return invocation.check() ? check() : serve();
        } catch (GatewayException e) {
            Format format = invocation.scriptFormat(environment);
            e.problems().forEach(problem -> say(environment.err(), format.problem(Problem.of(problem))));
            return ExitCode.USAGE;
        }
    }

    private ExitCode check() throws GatewayException {
        Format format = invocation.scriptFormat(environment);
        GatewaySettings settings = settings();
        Gateway.check(settings).forEach(warning -> say(environment.err(), format.notice(warning)));
        String what = settings.config().map(file -> file + " is well").orElse("no configuration: everything has its default");
        say(environment.out(), format.item(Item.of("check").with("text", what, Style.GOOD)));
        return ExitCode.OK;
    }

    private ExitCode serve() throws GatewayException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        // Handled here, not in a shutdown hook: the log is gone by then, and the exit code would not be ours.
        Signals.register("TERM", stop::countDown);
        Signals.register("INT", stop::countDown);
        try (Gateway gateway = Gateway.start(settings())) {
            announce(gateway);
            stop.await();
            return ExitCode.OK;
        }
    }

    private GatewaySettings settings() {
        return new GatewaySettings(
                invocation.data().orElseGet(folders::data).toAbsolutePath(),
                invocation.plugins().orElseGet(folders::plugins).toAbsolutePath(),
                invocation.config().or(folders::config),
                invocation.host(),
                invocation.strict());
    }

    /// One line for each listener and each plugin that was rejected, then `ready`, for which scripts wait.
    private void announce(Gateway gateway) {
        Format format = invocation.scriptFormat(environment);
        gateway.warnings().forEach(warning -> say(environment.err(), format.notice(warning)));
        List<ListenerRow> listeners = gateway.listeners();
        if (invocation.json()) {
            listeners.forEach(listener -> say(environment.out(), format.item(item(listener))));
        } else {
            Columns.of(listeners.stream().map(Serving::cells).toList()).forEach(line -> say(environment.out(), line));
        }
        gateway.plugins().stream()
                .filter(plugin -> plugin.state().equals("rejected"))
                .forEach(plugin -> say(environment.out(), invocation.json() ? format.item(item(plugin)) : rejected(plugin)));
        say(environment.out(), format.item(Item.of("ready").with("text", "ready", Style.GOOD)));
    }

    private static List<String> cells(ListenerRow listener) {
        String state = listener.problem().map(problem -> "disabled: " + problem).orElse(listener.banner());
        return List.of(name(listener), Addresses.text(listener.address()), state);
    }

    private static String name(ListenerRow listener) {
        String protocol = listener.protocol();
        return listener.name().equals(protocol) ? protocol : protocol + " (" + SafeText.of(listener.name()) + ")";
    }

    private static Item item(ListenerRow listener) {
        Optional<String> problem = listener.problem();
        Item item = Item.of("listener")
                .with("protocol", listener.protocol())
                .with("address", Addresses.text(listener.address()))
                .with("banner", listener.banner());
        return problem.isPresent() ? item.with("problem", problem.get()) : item;
    }

    private static String rejected(PluginRow plugin) {
        return SafeText.of("rejected: " + plugin.jar() + "  " + plugin.reason() + "  " + plugin.message() + "; " + plugin.hint());
    }

    private static Item item(PluginRow plugin) {
        return Item.of("plugin")
                .with("jar", plugin.jar())
                .with("state", plugin.state())
                .with("reason", plugin.reason())
                .with("message", plugin.message())
                .with("hint", plugin.hint());
    }

    private static void say(PrintStream stream, String text) {
        stream.println(text);
        stream.flush();
    }
}
