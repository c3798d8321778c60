package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.patchbay.cli.repl.ScriptedServer;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewaySettings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole runs of `bench` against a real gateway, with a plugin that was compiled against the level of the api that brought loads.
class BenchingTest {

    private static final FrozenPlugin PLUGIN = new FrozenPlugin("second");
    private static final String BANNER = "Second Server 1.1";

    @TempDir
    private static Path folder;

    private static Gateway gateway;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startGateway() throws Exception {
        Path plugins = PLUGIN.drop(folder);
        Path config = Files.writeString(folder.resolve("patchbay.toml"), "listener.lobby.port = 0\nlistener.second.port = 0\n");
        gateway = Gateway.start(new GatewaySettings(folder.resolve("data"), plugins, Optional.of(config), Optional.empty(), true));
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @Test
    void thePluginIsTheOneOfThatDayAndItsSourceCompiles() throws Exception {
        assertThat(PLUGIN.checksum()).isEqualTo("0eb069b5be428e8f02d0646897264c50557103f4964b7a2ae6f1634d20693c43");
        PLUGIN.expectToCompile(Files.createDirectory(folder.resolve("classes")));
    }

    @Test
    void withoutAProtocolWhatCanBeMeasuredIsListed() {
        assertThat(run("bench")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8).lines().map(line -> line.replaceAll(" +", " ")))
                .startsWith("PROTOCOL LOAD SIZE SUMMARY", "second echo 10 B has texts sent back", "second joint says something on all connections")
                .endsWith("(any) connect makes a connection and ends it, again and again",
                        "(any) idle holds connections that say nothing, for the memory of each");
    }

    @Test
    void theFirstLoadOfAProtocolIsMeasuredAndTold() {
        assertThat(bench("second", "--connections", "3", "--depth", "4")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).matches("""
                second echo at 127\\.0\\.0\\.1:\\d+: 3 connections, 4 requests at a time on each, size 10 B, \\S+ m?s
                  throughput  \\S+ requests/s, \\S+ in all
                  latency     p50 \\S+ [um]s, p90 \\S+ [um]s, p99 \\S+ [um]s, p99\\.9 \\S+ [um]s, max \\S+ [um]s
                  errors      none
                  server      CPU and memory are not known: .*
                """);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void withJsonTheFiguresAreOneObject() {
        assertThat(bench("second", "echo", "--json", "--connections", "2", "--size", "1 kB")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).matches("\\{\"type\":\"bench\",\"protocol\":\"second\",\"load\":\"echo\",\"address\":\"127.0.0.1:\\d+\","
                + "\"connections\":2,\"depth\":1,\"size_bytes\":1000,\"elapsed_ns\":\\d+,\"requests\":\\d+,\"requests_per_second\":\\d+,"
                + "\"p50_ns\":\\d+,\"p90_ns\":\\d+,\"p99_ns\":\\d+,\"p99_9_ns\":\\d+,\"max_ns\":\\d+,\"errors\":0,\"server_unknown\":\"[^\"]+\"}\n");
    }

    @Test
    void aJointLoadMakesItsConnectionsItselfAndWhatItCountsIsTold() {
        assertThat(bench("second", "joint", "--connections", "5", "--depth", "2", "--json")).isEqualTo(ExitCode.OK);
        assertThat(number("count")).isEqualTo(5 * number("requests")).isPositive();
        assertThat(out.toString(UTF_8)).contains("\"connections\":5,\"depth\":2,", "\"counted\":\"answers\",");
    }

    @Test
    void aLoadOfStepsIsOneRequestAtATime() {
        assertThat(bench("second", "steps", "--json")).isEqualTo(ExitCode.OK);
        assertThat(number("requests")).isPositive();
    }

    @Test
    void connectionsAreMeasuredOfEveryServer() {
        assertThat(bench("second", "connect", "--connections", "4")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).startsWith("second connect at ").containsPattern("throughput  \\S+ connections/s");
    }

    @Test
    void withoutAProtocolTheConnectionsAreThoseOfTheLobby() {
        assertThat(bench("connect", "--connections", "4", "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("\"protocol\":\"lobby\",\"load\":\"connect\"");
        assertThat(number("requests")).isPositive();
    }

    @Test
    void silentConnectionsAreHeld() {
        assertThat(bench("second", "idle", "--connections", "20", "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .startsWith("{\"type\":\"bench\",\"protocol\":\"second\",\"load\":\"idle\",")
                .contains("\"connections\":20,");
        assertThat(number("errors")).isZero();
    }

    @Test
    void silentConnectionsThatTheServerClosesAreErrors() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        ScriptedServer.Script half = peer -> {
            peer.sendFrame(BANNER);
            if (connections.getAndIncrement() % 2 == 0) {
                peer.receive(1);
            }
        };
        try (ScriptedServer server = new ScriptedServer(half)) {
            assertThat(bench("second", "idle", "--connections", "10", "--to", server.address())).isEqualTo(ExitCode.FAILED);
            assertThat(out.toString(UTF_8)).contains("errors  5 were closed by the server\n");
            assertThat(err.toString(UTF_8)).isEqualTo("patchbay: the server has closed 5 of 10 connections\n");
        }
    }

    @Test
    void aConnectionThatBeginsOtherwiseIsAnError() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(peer -> peer.sendFrame(connections.getAndIncrement() == 0 ? BANNER : "Busy"))) {
            assertThat(bench("second", "connect", "--connections", "1", "--to", server.address())).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString(UTF_8))
                    .contains("1 of 1 connection failed: the server began with '0004Busy' where '0017Second Server 1.1' was expected");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "secnd                     | there is no protocol 'secnd'; did you mean: second",
        "second ech                | second has no load 'ech': it has echo, joint, steps, wrong, failing, connect, idle",
        "lobby                     | lobby has no load of its own, only those of every server: patchbay bench lobby connect",
        "second --size 0           | --size of second echo is a number from 1 to 9,999, not 0",
        "second --size much        | --size takes a number of bytes, such as 100 or \"1 MB\", not 'much'",
        "second steps --size 3     | second steps has no size: leave out --size",
        "second steps --depth 2    | second steps takes one request at a time: leave out --depth",
        "second --depth 0          | --depth of second echo is a number from 1 to 10,000, not 0",
        "second --connections 0    | --connections of second echo is a number from 1 to 1,000,000, not 0",
        "second --seconds 0        | --seconds and --warmup take a number of seconds, at most a day, such as 0.5",
        "second --to localhost     | --to takes HOST:PORT",
        "second --to bbs://there:1 | --to takes HOST:PORT",
        "second --depth many       | invalid value for option '--depth': 'many' is not an int",
    })
    void whatCannotBeMeasuredIsAUsageError(String line, String told) {
        assertThat(run(("bench " + line).split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).startsWith("patchbay: " + told);
    }

    @Test
    void withoutAGatewayAServerMustBeNamed() {
        assertThat(run("bench", "second", "--data", folder.resolve("nobody").toString())).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(err.toString(UTF_8)).contains("no gateway runs on the data folder", "start one with: patchbay serve", "--to HOST:PORT");
    }

    @Test
    void nobodyAtTheAddressIsACannotConnect() {
        assertThat(bench("second", "--to", "127.0.0.1:1")).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(err.toString(UTF_8)).startsWith("patchbay: cannot connect to 127.0.0.1:1: connection refused\n");
    }

    @Test
    void aServerWithAnotherBannerIsAWrongProtocol() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> peer.sendFrame("BBS Server 1.2"))) {
            assertThat(bench("second", "--to", server.address())).isEqualTo(ExitCode.WRONG_PROTOCOL);
            assertThat(err.toString(UTF_8)).isEqualTo("patchbay: Wrong protocol! " + server.address()
                    + " begins with 'BBS Server 1.2', and second begins with 'Second Server 1.1'\n");
        }
    }

    @Test
    void aServerThatSaysNothingIsAWrongProtocol() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> peer.receive(1))) {
            assertThat(bench("second", "--to", server.address())).isEqualTo(ExitCode.WRONG_PROTOCOL);
            assertThat(err.toString(UTF_8)).contains(server.address() + " says nothing");
        }
    }

    @Test
    void aWrongReplyIsAnErrorAndShownSafely() throws Exception {
        assertThat(bench("second", "wrong", "--connections", "2")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("2 of 2 connections failed: '0003one' came where '0003two' was expected");
        err.reset();

        try (ScriptedServer server = answering(peer -> peer.sendFrame("\u001b[2J"))) {
            assertThat(bench("second", "--to", server.address())).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString(UTF_8)).contains("'0004\\x1b[2J' came where").doesNotContain("\u001b");
        }
    }

    @Test
    void aServerThatClosesInTheMiddleIsAnErrorBesideTheFiguresOfTheOthers() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        ScriptedServer.Script half = peer -> {
            peer.sendFrame(BANNER);
            int left = connections.getAndIncrement() % 2 == 0 ? Integer.MAX_VALUE : 3;
            while (left-- > 0) {
                peer.sendFrame(peer.receiveFrame());
            }
        };
        try (ScriptedServer server = new ScriptedServer(half)) {
            assertThat(bench("second", "--connections", "4", "--to", server.address())).isEqualTo(ExitCode.FAILED);
            assertThat(out.toString(UTF_8)).contains("errors      2\n");
            assertThat(err.toString(UTF_8)).startsWith("patchbay: 2 of 4 connections failed: ");
        }
    }

    @Test
    void aReplyThatNeverComesEndsTheRunAllTheSame() throws Exception {
        try (ScriptedServer server = answering(peer -> peer.receive(1_000_000))) {
            assertThat(bench("second", "--connections", "3", "--to", server.address())).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString(UTF_8))
                    .isEqualTo("patchbay: " + server.address() + ": 3 of 3 connections failed: no reply within 1.00 s of the end\n");
        }
    }

    @Test
    void aPluginWhoseLoadHasABugIsToldInALine() {
        assertThat(bench("second", "failing")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).hasLineCount(1)
                .containsPattern(": the load failed: java\\.lang\\.IllegalStateException: a bug at .*SecondProtocol\\.java:\\d+\\)");
    }

    @Test
    void moreConnectionsThanFilesCanBeOpenAreRefused() {
        assumeTrue(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                && unix.getMaxFileDescriptorCount() < 1_000_000, "this system has no limit worth mentioning");

        assertThat(bench("second", "--connections", "1000000")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("too few for 1000000 connections", "ulimit -n");
    }

    @Test
    void atATerminalTheRunIsSeenToGoOnInALineThatIsGoneAtTheEnd() {
        assertThat(run(true, "bench", "second", "--seconds", "0.3", "--warmup", "0.1", "--connections", "2")).isEqualTo(ExitCode.OK);

        String[] written = out.toString(UTF_8).split("\r");
        assertThat(written).anyMatch(line -> line.startsWith("second echo: warming up"))
                .anyMatch(line -> line.matches("second echo: 0\\.\\d of 0\\.3 s  \\S+ requests/s *"));
        assertThat(written[written.length - 2]).isBlank();
        assertThat(written[written.length - 1]).startsWith("second echo at ");
    }

    /// A server that greets, and answers each message in one way.
    private static ScriptedServer answering(ScriptedServer.Script answer) {
        return new ScriptedServer(peer -> {
            peer.sendFrame(BANNER);
            while (true) {
                peer.receiveFrame();
                answer.run(peer);
            }
        });
    }

    private long number(String field) {
        return Long.parseLong(out.toString(UTF_8).replaceAll("(?s).*\"" + field + "\":(\\d+).*", "$1"));
    }

    /// As short as can be.
    private ExitCode bench(String... arguments) {
        return run(Stream.of(Stream.of("bench"), Arrays.stream(arguments), Stream.of("--seconds", "0.2", "--warmup", "0"))
                .flatMap(each -> each).toArray(String[]::new));
    }

    private ExitCode run(String... arguments) {
        return run(false, arguments);
    }

    private ExitCode run(boolean read, String... arguments) {
        Map<String, String> variables = Map.of(
                "HOME", folder.toString(), "PATCHBAY_DATA", folder.resolve("data").toString(), "TERM", "dumb");
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--plugins", folder.resolve("plugins").toString())).toArray(String[]::new);
        return Cli.run(all, new Environment(
                variables, Optional.empty(), InputStream.nullInputStream(), new Output(out), new Output(err), false, read));
    }
}
