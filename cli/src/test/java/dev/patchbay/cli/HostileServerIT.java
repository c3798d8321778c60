package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.cli.repl.Peer;
import dev.patchbay.cli.repl.Printout;
import dev.patchbay.cli.repl.ScriptedServer;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.testkit.HostileText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers written by hand that say every hostile text in every built-in protocol, to the command line with the packed plugins.
class HostileServerIT {

    private static final List<String> TEXTS = HostileText.utf8().stream().map(HostileText::text).toList();
    private static final List<String> LINES = HostileText.oneLine().stream()
            .filter(HostileText.utf8()::contains)
            .map(HostileText::text)
            .toList();
    private static final String END = "the end";

    @TempDir
    Path folder;

    @Test
    void postsOfABoard() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.sendFrame("BBS Server 1.2");
                    peer.receiveFrame();
                    while (!peer.receiveFrame().equals("quit")) {
                        list(peer, TEXTS.stream().map(text -> "127.0.0.1 " + text).toList());
                    }
                })) {
            String[] script = {"open " + server.address(), "list"};
            assertThat(run("", script).safeLines()).hasSameSizeAs(TEXTS).allMatch(line -> line.startsWith("127.0.0.1 "));
            assertThat(texts(run("", json(script)))).isEqualTo(TEXTS);
        }
    }

    @Test
    void directMessages() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.sendFrame("BBS Server 1.2");
                    peer.receiveFrame();
                    while (!peer.receiveFrame().equals("quit")) {
                        list(peer, TEXTS);
                    }
                })) {
            String[] script = {"open " + server.address(), "listdm"};
            assertThat(run("", script).safeLines()).hasSameSizeAs(TEXTS);
            assertThat(texts(run("", json(script)))).isEqualTo(TEXTS);
        }
    }

    @Test
    void messagesOfAChatAndTheirSenders() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.receive("alice".length());
                    for (String text : LINES) {
                        peer.send(("[mallory] " + text + "\n").getBytes(UTF_8));
                        peer.send(("[" + text + "] hello\n* " + text + " joined\n" + text + "\n").getBytes(UTF_8));
                    }
                    peer.send((END + "\n").getBytes(UTF_8));
                    peer.receive(1);
                })) {
            String open = "open chat://" + server.address();
            assertThat(run(END, open, "who").safeLines()).hasSizeGreaterThan(4 * LINES.size()).noneMatch(line -> line.startsWith("roots"));
            // Without framing a line may come in two pieces, which are two messages then.
            String said = run(END, json(open)).safeObjects().stream().flatMap(object -> object.values().stream().skip(1)).map(String::valueOf).collect(joining());
            assertThat(LINES.stream().filter(line -> !line.isBlank())).allMatch(said::contains);
        }
    }

    @Test
    void historyOfAChat() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    list(peer, TEXTS.stream().map(text -> "[2026-01-01 mallory] " + text).toList());
                    peer.receiveFrame();
                })) {
            String open = "open chat-posts://" + server.address();
            assertThat(run("", open).safeLines()).hasSameSizeAs(TEXTS).allMatch(line -> line.startsWith("[2026-01-01 mallory] "));
            assertThat(texts(run("", json(open)))).isEqualTo(TEXTS);
        }
    }

    @Test
    void addressesOfNamesAndResultsOfExpressions() throws Exception {
        for (String banner : List.of("DNS Server 1.0", "Calc Server 1.0")) {
            for (boolean json : List.of(false, true)) {
                try (ScriptedServer server = answering(banner)) {
                    String[] script = Stream.concat(Stream.of("open " + server.address()), TEXTS.stream().map(text -> "1")).toArray(String[]::new);
                    Printout printout = run("", json ? json(script) : script);
                    assertThat(json ? printout.safeObjects() : printout.safeLines()).as(banner).hasSameSizeAs(TEXTS);
                }
            }
        }
    }

    private static ScriptedServer answering(String banner) {
        return new ScriptedServer(peer -> {
            peer.sendFrame(banner);
            for (String text : TEXTS) {
                peer.receiveFrame();
                peer.sendFrame(text);
            }
            peer.receive(1);
        });
    }

    @Test
    void namesOfFiles() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.sendFrame("File Transfer 1.0");
                    while (!peer.receiveFrame().equals("quit")) {
                        list(peer, TEXTS.stream().map(text -> "5 2026-01-01T00:00:00Z " + text).toList());
                    }
                })) {
            String[] script = {"open " + server.address(), "ls"};
            assertThat(run("", script).safeLines()).hasSameSizeAs(TEXTS).allMatch(line -> line.startsWith("5 2026-01-01T00:00:00Z "));
            assertThat(run("", json(script)).safeObjects()).extracting(file -> file.get("name")).isEqualTo(TEXTS);
        }
    }

    @Test
    void aRefusalOfAFileServer() throws Exception {
        String everything = TEXTS.stream().filter(text -> text.length() < 400).collect(joining(" "));
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.sendFrame("File Transfer 1.0");
                    peer.receiveFrame();
                    peer.sendFrame("error: " + everything);
                    peer.receiveFrame();
                })) {
            String[] script = {"open " + server.address(), "get x"};
            assertThat(run("", script).safeLines()).hasSize(1);
            assertThat(texts(run("", json(script)))).containsExactly("the server says: " + everything);
        }
    }

    @Test
    void headersAndLinesOfAWebServer() throws Exception {
        List<String> plain = LINES.stream().filter(line -> line.equals(line.strip())).toList();
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    // The mode hangs up first, and comes again for each path.
                    if (peer.receive(1).equals("G")) {
                        String body = String.join("\n", plain);
                        peer.send(("HTTP/1.0 200 \u001b[2J\r\nContent-Type: text/plain\r\nX: \u202e\r\n\r\n" + body + "\n").getBytes(UTF_8));
                    }
                })) {
            // The status, and perhaps that the server has closed the connection.
            assertThat(run("", "open web://" + server.address(), "get /").safeLines()).hasSizeGreaterThan(plain.size());
            assertThat(texts(run("", json("open web://" + server.address(), "get /")))).containsAll(plain);
        }
    }

    private static void list(Peer peer, List<String> entries) throws IOException {
        peer.sendFrame(Integer.toString(entries.size()));
        for (String entry : entries) {
            peer.sendFrame(entry);
        }
    }

    private static List<String> texts(Printout printout) {
        return printout.safeObjects().stream().map(object -> String.valueOf(object.get("text"))).toList();
    }

    private static String[] json(String... script) {
        return Stream.concat(Stream.of("--json"), Stream.of(script)).toArray(String[]::new);
    }

    /// Runs a script, whose first line may be `--json`, until what is awaited is printed.
    private Printout run(String awaited, String... script) {
        boolean json = script[0].equals("--json");
        String[] lines = Stream.of(script).skip(json ? 1 : 0).toArray(String[]::new);
        List<String> options = json ? List.of("--json") : List.of();
        List<String> arguments = Stream.concat(Stream.of("--user", "alice", "--plugins", Distribution.plugins().toString()), options.stream()).toList();
        Printout printout = new Printout();
        Map<String, String> variables = Map.of("HOME", folder.toString(), "PATCHBAY_DATA", folder.resolve("data").toString());
        ExitCode _ = Cli.run(arguments.toArray(String[]::new), new Environment(
                variables, Optional.empty(), printout.script(awaited, lines), new Output(printout.stream()), new Output(printout.stream()), false, false));
        return printout;
    }
}
