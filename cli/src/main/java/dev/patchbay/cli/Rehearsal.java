package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.terminal.TerminalShell;
import dev.patchbay.cli.terminal.Terminals;
import dev.patchbay.gateway.ControlClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Does what people do with Patchbay, once and without them: serves, and sits at a terminal of its own. A JVM that is told to watch makes
/// an archive of the classes that took part, with which later runs start sooner; the launcher says when.
///
/// It reaches nothing but this machine, runs no service of a plugin, and leaves nothing behind.
final class Rehearsal {

    /// Whatever goes wrong, nobody is there to end it.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String LINES = "help\nstatus\nprotocols\nopen lobby\nlist\nback\nuser nobody\nquit\n";

    private final Optional<String> home;
    private final Path folder;

    private Rehearsal(Optional<String> home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /// {@return whether all went well}
    static ExitCode run(Environment environment) {
        Thread patience = Thread.ofPlatform().daemon().name("patchbay-patience").start(Rehearsal::giveUp);
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            return new Rehearsal(environment.home(), folder.path()).run();
        } catch (IOException e) {
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            patience.interrupt();
        }
    }

    private static void giveUp() {
        try {
            Thread.sleep(PATIENCE);
            Runtime.getRuntime().halt(ExitCode.FAILED.number());
        } catch (InterruptedException e) {
            // It is over.
        }
    }

    private ExitCode run() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("none"));
        Files.writeString(folder.resolve("patchbay.toml"), "[listener.lobby]\nport = 0\n");
        Thread gateway = Thread.ofPlatform().start(() -> Cli.run(
                new String[] {"serve", "--config", file("patchbay.toml"), "--plugins", file("none")}, surroundings(false)));
        while (gateway.isAlive() && ControlClient.find(data()).isEmpty()) {
            Thread.sleep(10);
        }
        ExitCode code = Cli.run(new String[] {"plugins"}, surroundings(false));
        if (code == ExitCode.OK) {
            code = new Talking(Invocation.of("repl"), surroundings(true), new Folders(surroundings(true))).run(Rehearsal::sit);
        }
        gateway.interrupt();
        gateway.join();
        return code;
    }

    private static ExitCode sit(Talking talking, PluginShelf plugins, OwnGateway gateway, AtExit atExit) throws InterruptedException {
        InputStream keys = new ByteArrayInputStream(LINES.replace('\n', '\r').getBytes(UTF_8));
        return Sitting.hold(
                (format, history) -> new TerminalShell(Terminals.of(keys, OutputStream.nullOutputStream()), format, history),
                talking,
                plugins,
                gateway,
                atExit);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Environment surroundings(boolean person) {
        return new Environment(
                Map.of("HOME", folder.toString(), "USER", "nobody", "TERM", "xterm-256color", "PATCHBAY_DATA", data().toString()),
                home,
                InputStream.nullInputStream(),
                new Output(OutputStream.nullOutputStream()),
                new Output(OutputStream.nullOutputStream()),
                person,
                person);
    }
}
