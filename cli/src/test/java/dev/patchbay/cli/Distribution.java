package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The packed distribution, run as its users run it, in a home of its own.
///
/// @param folder a folder for everything it writes
public record Distribution(Path folder) {

    private static final Path HOME = Path.of(System.getProperty("patchbay.distribution", "target/patchbay"));

    /// What a run said and how it ended.
    record Run(int code, String out, String err) {}

    /// {@return its folder, which nobody writes to}
    public static Path home() {
        return HOME.toAbsolutePath();
    }

    static Path launcher() {
        return home().resolve("bin/patchbay");
    }

    static Path plugins() {
        return home().resolve("plugins");
    }

    static Path maven() {
        return home().resolve("maven");
    }

    Path data() {
        return folder.resolve("data");
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(launcher(), Map.of(), "", arguments);
    }

    Run run(Path launcher, Map<String, String> variables, String input, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = prepare(launcher, variables, arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /// Starts a run at a terminal. What it complains of goes to a file.
    Process startAt(PseudoTerminal terminal, Path launcher, Path complaints, Map<String, String> variables, String... arguments)
            throws IOException {
        return terminal.at(prepare(launcher, variables, arguments), complaints.toFile()).start();
    }

    /// Starts a run whose output, both streams, goes to a file.
    Process start(Path output, String... arguments) throws IOException {
        return prepare(launcher(), Map.of(), arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /// Starts a gateway that serves these protocols on free ports, and waits until it is ready.
    ///
    /// @param output where what it says goes, both streams
    /// @param more   more of its configuration
    Process serve(Path output, Path plugins, String more, String... protocols) throws IOException {
        StringBuilder config = new StringBuilder();
        for (String protocol : protocols) {
            config.append("[listener.\"").append(protocol).append("\"]\nport = 0\n");
        }
        Path file = Files.writeString(folder.resolve("patchbay.toml"), config + more);
        Process process = start(output, "serve", "--config", file.toString(), "--plugins", plugins.toString());
        await().until(() -> !process.isAlive() || Files.readAllLines(output).contains("ready"));
        if (!process.isAlive()) {
            throw new AssertionError("the gateway did not become ready: " + Files.readString(output));
        }
        return process;
    }

    private ProcessBuilder prepare(Path launcher, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("HOME", folder.toString());
        environment.put("USER", "tester");
        environment.put("PATCHBAY_DATA", data().toString());
        environment.remove("XDG_CACHE_HOME");
        environment.remove("XDG_STATE_HOME");
        environment.putAll(variables);
        return builder;
    }
}
