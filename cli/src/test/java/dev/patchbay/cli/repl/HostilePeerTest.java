package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.JsonFormat;
import dev.patchbay.cli.shell.Paint;
import dev.patchbay.cli.shell.ScriptShell;
import dev.patchbay.cli.shell.StreamLines;
import dev.patchbay.cli.shell.TextFormat;
import dev.patchbay.testkit.HostileText;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile servers, and what the whole REPL prints of what they say: nothing that a terminal would obey, and to programs exactly what
/// was said.
class HostilePeerTest {

    private static final String ALL = "dev.patchbay.testkit.HostileText#all";
    private static final String UTF8 = "dev.patchbay.testkit.HostileText#utf8";
    private static final Format TEXT = new TextFormat(Paint.NONE, "patchbay: ");
    private static final Format JSON = new JsonFormat();
    private static final List<Format> FORMATS = List.of(TEXT, JSON);

    private ExitCode code = ExitCode.OK;

    private Printout run(Format format, String... lines) throws Exception {
        return runUntil("", format, lines);
    }

    private Printout runUntil(String printed, Format format, String... lines) throws Exception {
        Printout printout = new Printout();
        BufferedReader script = new BufferedReader(new InputStreamReader(printout.script(printed, lines), UTF_8));
        ScriptShell shell = new ScriptShell(new StreamLines(script), format, printout.stream(), printout.stream());
        Supplier<List<Protocol>> protocols = () -> List.of(EchoProtocol.ANNOUNCED);
        ReplSettings settings = new ReplSettings(protocols, TestGateway.none(), Optional.of("alice"), "", Optional.empty(), Optional.empty(), Duration.ZERO);
        try (Repl repl = new Repl(shell, settings)) {
            code = repl.run();
        }
        return printout;
    }

    /// {@return the lines, each of which is safe, and to programs an object}
    private static List<String> lines(Format format, Printout printout) {
        if (format.equals(JSON)) {
            printout.safeObjects();
        }
        return printout.safeLines();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theBannerOfAStrangerIsShownAndNotDone(HostileText hostile) throws Exception {
        for (Format format : FORMATS) {
            try (ScriptedServer framed = new ScriptedServer(peer -> peer.sendFrame(hostile.bytes()));
                    ScriptedServer plain = new ScriptedServer(peer -> peer.send(hostile.bytes()))) {
                assertThat(lines(format, run(format, "open " + framed.address())).getFirst()).contains("Wrong protocol!");
                assertThat(lines(format, run(format, "open " + plain.address())).getFirst()).contains("Wrong protocol!");
                assertThat(code).isEqualTo(ExitCode.WRONG_PROTOCOL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(UTF8)
    void anAnswerIsOneLineAndExactToPrograms(HostileText hostile) throws Exception {
        try (ScriptedServer echo = new ScriptedServer(peer -> {
                    peer.sendFrame("Echo Server 1.0");
                    peer.receiveFrame();
                    peer.sendFrame(hostile.bytes());
                    peer.receiveFrame();
                })) {
            assertThat(run(TEXT, "open " + echo.address(), "hello").safeLines()).hasSize(1).first().asString().startsWith("server ");
            assertThat(run(JSON, "open " + echo.address(), "hello").safeObjects())
                    .containsExactly(Map.of("type", "echo", "from", "server", "text", hostile.text()));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void plainTextIsShownLineByLine(HostileText hostile) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.send(hostile.bytes());
                    peer.send("\nthe end\n");
                    peer.receive(1);
                })) {
            for (Format format : FORMATS) {
                Printout printout = runUntil("the end", format, "raw " + server.address());
                assertThat(lines(format, printout)).hasSizeGreaterThan(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aBreachOfTheProtocolIsToldSafely(HostileText hostile) throws Exception {
        try (ScriptedServer echo = new ScriptedServer(peer -> {
                    peer.sendFrame("Echo Server 1.0");
                    peer.receiveFrame();
                    peer.send(hostile.bytes());
                    peer.send("    ");
                    peer.receiveFrame();
                })) {
            for (Format format : FORMATS) {
                assertThat(lines(format, run(format, "open " + echo.address(), "hello")).getFirst()).contains("broke the rules of the protocol");
                assertThat(code).isEqualTo(ExitCode.FAILED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(UTF8)
    void aLobbyIsListedSafely(HostileText hostile) throws Exception {
        try (ScriptedServer lobby = new ScriptedServer(peer -> {
                    peer.sendFrame("Patchbay 1.0");
                    if (peer.receiveFrame().equals("protocols")) {
                        peer.sendFrame("3");
                        peer.sendFrame(hostile.bytes());
                        peer.sendFrame("id 1.0 " + hostile.text().replace(" ", "") + " banner");
                        peer.sendFrame("id 1.0 10 " + hostile.text());
                    }
                    peer.receiveFrame();
                })) {
            assertThat(run(TEXT, "open " + lobby.address()).safeLines()).hasSize(4);
            assertThat(run(JSON, "open " + lobby.address()).safeObjects()).hasSize(3)
                    .last().extracting(row -> row.get("banner")).isEqualTo(hostile.text());
        }
    }

    @ParameterizedTest
    @MethodSource(UTF8)
    void whatALobbyRefusesItSaysSafely(HostileText hostile) throws Exception {
        try (ScriptedServer lobby = new ScriptedServer(peer -> {
                    peer.sendFrame("Patchbay 1.0");
                    if (peer.receiveFrame().equals("protocols")) {
                        peer.sendFrame("1");
                        peer.sendFrame("echo 1.0 1 Echo Server 1.0");
                    } else {
                        peer.sendFrame("error: " + hostile.text());
                    }
                    peer.receiveFrame();
                })) {
            for (Format format : FORMATS) {
                List<String> lines = lines(format, run(format, "open " + lobby.address(), "open echo"));
                assertThat(lines).anyMatch(line -> line.contains(" says: "));
                assertThat(code).isEqualTo(ExitCode.FAILED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(UTF8)
    void aResolverThatAnswersNonsenseIsToldSafely(HostileText hostile) throws Exception {
        try (ScriptedServer resolver = new ScriptedServer(peer -> {
                    peer.sendFrame("DNS Server 1.0");
                    peer.receiveFrame();
                    peer.sendFrame(hostile.bytes());
                })) {
            for (Format format : FORMATS) {
                List<String> lines = lines(format, run(format, "resolver " + resolver.address(), "open some.name:1"));
                assertThat(lines).anyMatch(line -> line.contains("as the address of 'some.name'"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.patchbay.testkit.HostileText#oneLine")
    void whatIsTypedComesBackSafelyToo(HostileText hostile) throws Exception {
        // Between letters: a line that begins with white space, such as some of the controls, begins with its first word.
        String word = "x" + hostile.text() + "x";
        for (String line : List.of(word, "help " + word, "user " + word, "open x/" + word, "listen " + word, "open " + word + "://localhost:1")) {
            for (Format format : FORMATS) {
                assertThat(lines(format, run(format, line))).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001bb", "a\u202eb", "a\u009bb"})
    void aHostThatIsNotFoundIsNamedSafely(String host) throws Exception {
        assertThat(run(TEXT, "open " + host + ".invalid:1").safeLines().getFirst()).contains(".invalid'");
        assertThat(code).isEqualTo(ExitCode.CANNOT_CONNECT);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aListenerShowsWhatArrivesSafely(HostileText hostile) throws Exception {
        for (Format format : FORMATS) {
            InetSocketAddress address;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                address = (InetSocketAddress) free.getLocalSocketAddress();
            }
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(address, hostile));
            Printout printout = run(format, "listen " + address.getPort());
            sent.get();
            assertThat(lines(format, printout)).hasSizeGreaterThan(1);
        }
    }

    /// Sends the text once somebody listens, and then what ends the listening.
    private static void send(InetSocketAddress address, HostileText hostile) {
        for (byte[] message : List.of(hostile.bytes(), "exit".getBytes(UTF_8))) {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).ignoreExceptions().until(() -> {
                try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                    socket.getOutputStream().write(message);
                    socket.shutdownOutput();
                    return socket.getInputStream().read() < 0;
                }
            });
        }
    }
}
