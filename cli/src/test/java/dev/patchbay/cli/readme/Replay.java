package dev.patchbay.cli.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.jspecify.annotations.Nullable;

/// Does what transcripts say, from the first to the last: one installation with a gateway that serves, one shell, one REPL.
final class Replay implements AutoCloseable {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern TOOL = Pattern.compile("(?:^|[|;&(]\\s*)([a-z][\\w.-]*)");

    private final Installation installation;
    private final RunningGateway gateway;
    private final ShellSession shell;
    private @Nullable ReplSession repl;

    private Replay(Installation installation, RunningGateway gateway, ShellSession shell) {
        this.installation = installation;
        this.gateway = gateway;
        this.shell = shell;
    }

    static Replay start(Installation installation) throws IOException {
        RunningGateway gateway = RunningGateway.start(installation);
        return new Replay(installation, gateway, ShellSession.start(installation.process("exec sh")));
    }

    /// Does what a transcript says, after what its marks say.
    void play(Block block) throws Exception {
        for (String command : block.marks("before")) {
            run(command);
        }
        for (String other : block.marks("after")) {
            assertThat(block.lines()).as("the line of: " + other).anyMatch(line -> line.endsWith("> " + other.split(": ", 2)[0]));
        }
        for (Scene scene : Scene.of(block.lines())) {
            switch (scene) {
                case Scene.Command(String command, List<String> output) -> command(command, output);
                case Scene.Talk(Optional<String> start, List<String> lines) -> talk(start.isPresent(), lines, block.marks("after"));
            }
        }
    }

    private void command(String command, List<String> output) throws Exception {
        Likeness.of(output).expect(command.equals("patchbay serve") ? gateway.beginning() : run(command));
    }

    /// Puts a block where its reader is told to.
    void file(Block block) throws Exception {
        for (String file : block.marks("file")) {
            String command = "mkdir -p $(dirname " + file + ") && cat > " + file + " <<'END OF BLOCK'\n" + block.text() + "END OF BLOCK";
            assertThat(shell.run(command).code()).isZero();
        }
    }

    /// {@return what it prints, as READMEs say it}
    List<String> run(String command) throws Exception {
        for (var tool : TOOL.matcher(QUOTED.matcher(command).replaceAll("''")).results().toList()) {
            boolean there = shell.run("command -v " + tool.group(1)).code() == 0;
            Assumptions.assumeTrue(there, () -> "no " + tool.group(1) + " is installed here");
        }
        ShellSession.Result result = shell.run(installation.inward(command));
        List<String> output = installation.outward(result.output());
        assertThat(result.code()).as(() -> "the exit code of: " + command + "\nwhich says:\n" + String.join("\n", output)).isZero();
        return output;
    }

    private void talk(boolean anew, List<String> lines, List<String> meanwhile) throws Exception {
        ReplSession session = repl;
        if (anew || session == null) {
            closeRepl();
            session = ReplSession.start(installation);
            repl = session;
            session.welcome();
        }
        if (!anew && lines.getFirst().startsWith("patchbay> ")) {
            session.goToTop();
        } else if (!anew) {
            session.clear();
        }
        List<String> shown = new ArrayList<>();
        for (String line : lines) {
            Optional<Scene.Typed> typed = Scene.Typed.in(line);
            if (typed.isEmpty()) {
                shown.add(line);
                continue;
            }
            shown.add(typed.get().prompt());
            session.expect(Likeness.of(shown));
            String text = installation.inward(typed.get().text());
            session.type(text);
            shown.set(shown.size() - 1, typed.get().prompt() + installation.outward(List.of(text)).getFirst());
            for (String other : meanwhile) {
                String[] parts = other.split(": ", 2);
                if (parts[0].equals(typed.get().text())) {
                    run(parts[1]);
                }
            }
        }
        session.expect(Likeness.beforePrompt(shown));
    }

    /// Waits for a block in the log of the gateway.
    void awaitInLog(Block block) {
        List<String> lines = new ArrayList<>(block.lines());
        lines.addFirst("...");
        lines.addLast("...");
        await().untilAsserted(() -> Likeness.of(lines).expect(gateway.output()));
    }

    private void closeRepl() throws IOException {
        if (repl != null) {
            repl.close();
            repl = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeRepl();
        shell.close();
        gateway.close();
    }
}
