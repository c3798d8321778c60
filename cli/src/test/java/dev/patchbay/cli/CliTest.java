package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.cli.shell.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole runs of the command line, without plugins and without a terminal.
class CliTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void makePlugins() throws Exception {
        Files.createDirectories(folder.resolve("home/plugins"));
    }

    @Test
    void versionAndHelpAreAnswered() {
        assertThat(run("", "--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).startsWith("patchbay ");
        assertThat(run("", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains("serve", "connect", "Exit codes: 0 ok, 1 a command failed, 2 usage, 3 cannot connect, 4 wrong protocol");
        assertThat(run("", "serve", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("--strict");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "srve                | did you mean: serve",
        "localhost:10333     | did you mean: patchbay connect localhost:10333",
        "--jsn               | did you mean: --json",
        "--color sometimes   | --color takes auto, always or never, not 'sometimes'",
        "connect             | missing required parameter: 'ADDRESS'",
        "serve --config      | missing required parameter for option '--config'",
        "serve -c help       | unknown option",
        "--user bob serve    | --user means nothing to serve",
        "-c help status      | -c means nothing to status",
        "plugins --timeout 3 | unknown option",
        "--timeout soon      | --timeout takes a number of seconds, 0 for no limit, not 'soon'",
    })
    void aCommandLineThatIsNotUnderstoodIsToldWhatToDo(String line, String told) {
        assertThat(run("", line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).startsWith("patchbay: ").containsIgnoringCase(told).contains("patchbay --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plugins", "protocols"})
    void askingAGatewayThatDoesNotRunIsACannotConnect(String task) {
        assertThat(run("", task, "--data", folder.resolve("nobody").toString())).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(err.toString(UTF_8)).contains("no gateway runs on the data folder").contains("patchbay serve");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "help                        | OK",
        "nosuch                      | FAILED",
        "open localhost:70000        | FAILED",
        "open nobody.invalid:1       | CANNOT_CONNECT",
        "open chess://localhost:1    | CANNOT_CONNECT",
        "user alice; user            | OK",
        "nosuch; user alice          | FAILED",
        "raw 127.0.0.1:1             | CANNOT_CONNECT",
        "quit; nosuch                | OK",
    })
    void aScriptEndsWithTheCodeOfItsFirstFailingCommand(String commands, ExitCode code) {
        assertThat(run("", "-c", commands)).isEqualTo(code);
        assertThat(err.toString(UTF_8).isEmpty()).isEqualTo(code == ExitCode.OK);
    }

    @Test
    void aScriptStopsAtTheFirstCommandThatFails() {
        run("", "-c", "user alice", "-c", "nosuch; user bob");

        assertThat(out.toString(UTF_8)).isEqualTo("alice\n");
        assertThat(err.toString(UTF_8)).isEqualTo("patchbay: there is no command 'nosuch'\npatchbay: help lists the commands\n");
    }

    @Test
    void aCommandForTheReplMayBeCalledLikeOneOfTheCommandLine() {
        assertThat(run("", "-c", "help status")).isEqualTo(ExitCode.OK);
        assertThat(run("", "-c", "plugins nonsense")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("usage: plugins");
    }

    @Test
    void aScriptLogsToAFileFromTheBeginning() throws Exception {
        assertThat(run("", "-c", "help")).isEqualTo(ExitCode.OK);
        Logger.getLogger("some.plugin").warning("something odd");

        assertThat(folder.resolve(".local/state/patchbay/gateway.log")).content().contains("something odd");
    }

    @Test
    void aPluginFolderThatIsNotThereIsToldInAScript() {
        run("", "--plugins", folder.resolve("nonexistent").toString(), "-c", "open chess://localhost");

        assertThat(err.toString(UTF_8)).contains("nonexistent", "no plugin is loaded here").doesNotContain("known:");
    }

    @Test
    void standardInputIsAScript() {
        assertThat(run("user älice\n\nuser\nnosuch\nuser bob\n")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString(UTF_8)).isEqualTo("älice\nälice\n");
    }

    @Test
    void withJsonResultsAndProblemsAreObjects() {
        run("", "--json", "-c", "user alice; nosuch");

        assertThat(out.toString(UTF_8)).isEqualTo("{\"type\":\"user\",\"name\":\"alice\"}\n");
        assertThat(err.toString(UTF_8)).startsWith("{\"type\":\"error\",\"text\":\"there is no command 'nosuch'\"");
    }

    @Test
    void anAddressOfTheResolverThatIsNoneIsAUsageError() {
        assertThat(run("", "--resolver", "a b", "-c", "help")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("'a b' is no address");
    }

    @Test
    void anAddressToConnectToThatIsNoneIsAUsageError() {
        assertThat(run("", "connect", "localhost:70000", "-c", "help")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("a port is a number from 1 to 65535, not '70000'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "No space left on device | patchbay: cannot write the output: No space left on device",
        "Broken pipe             | ''",
    })
    void aScriptWhoseResultsCannotBeWrittenStopsAndFails(String reason, String told) {
        Output output = new Output(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });

        ExitCode code = Cli.run(new String[] {"-c", "user alice; user; nosuch"}, environment("", output, false, Map.of("HOME", folder.toString())));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8).strip()).isEqualTo(told);
    }

    @Test
    void aMistakeInTheConfigurationIsToldWithItsPlaceAndStopsTheStart() throws Exception {
        Path config = Files.writeString(folder.resolve("patchbay.toml"), "hots = \"x\"\nstrict = 3\n");

        assertThat(run("", "serve", "--config", config.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains(config + ":1:1: unknown key 'hots'", config + ":2:1:");
    }

    @Test
    void checkingAConfigurationStartsNothing() throws Exception {
        Path config = Files.writeString(folder.resolve("patchbay.toml"), "strict = true\n");

        assertThat(run("", "serve", "--check", "--config", config.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains(config + " is well");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        Invocation auto = new Grammar().parse(new String[] {});

        assertThat(auto.paint(environment("", true, Map.of("TERM", "xterm")))).hasToString("COLOURS");
        assertThat(auto.paint(environment("", false, Map.of("TERM", "xterm")))).hasToString("NONE");
        assertThat(auto.paint(environment("", true, Map.of("TERM", "dumb")))).hasToString("NONE");
        assertThat(auto.paint(environment("", true, Map.of("TERM", "xterm", "NO_COLOR", "1")))).hasToString("NONE");
        assertThat(new Grammar().parse(new String[] {"--color", "always"}).paint(environment("", false, Map.of()))).hasToString("COLOURS");
        Invocation never = new Grammar().parse(new String[] {"serve", "--color=never"});
        assertThat(never.paint(environment("", true, Map.of("TERM", "xterm")))).hasToString("NONE");
    }

    private ExitCode run(String input, String... arguments) {
        Map<String, String> variables = Map.of("HOME", folder.toString(), "PATCHBAY_DATA", folder.resolve("data").toString());
        return Cli.run(arguments, environment(input, false, variables));
    }

    private Environment environment(String input, boolean read, Map<String, String> variables) {
        return environment(input, new Output(out), read, variables);
    }

    private Environment environment(String input, Output output, boolean read, Map<String, String> variables) {
        return new Environment(
                variables,
                Optional.of(folder.resolve("home").toString()),
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                output,
                new PrintStream(err, true, UTF_8),
                false,
                read);
    }
}
