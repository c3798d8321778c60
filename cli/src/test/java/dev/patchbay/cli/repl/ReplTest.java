package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Look;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A person at the REPL, against servers written by hand.
class ReplTest {

    private final TestShell shell = new TestShell();
    private final ScriptedServer echo = new ScriptedServer(peer -> {
        peer.sendFrame("Echo Server 1.0");
        TestLobby.echo(peer);
    });
    private final ScriptedServer lobby = TestLobby.start();
    private final TestGateway gateway = TestGateway.withLobby(lobby);
    private final Repl repl = new Repl(shell, new ReplSettings(
            () -> List.of(EchoProtocol.ANNOUNCED, EchoProtocol.SILENT),
                    gateway, Optional.empty(), "someone", Optional.empty(), Optional.empty(), Duration.ZERO));
    private final CompletableFuture<ExitCode> end = CompletableFuture.supplyAsync(this::run);

    private ExitCode run() {
        try {
            return repl.run();
        } catch (InterruptedException e) {
            return ExitCode.FAILED;
        }
    }

    @AfterEach
    void leaveEverything() throws Exception {
        while (!end.isDone()) {
            shell.end();
            await().until(() -> end.isDone() || shell.atPrompt());
        }
        repl.close();
        echo.close();
        lobby.close();
    }

    @Test
    void openingAnAnnouncedServerMakesItsModeThePlace() {
        shell.type("open " + echo.address(), "hello");

        assertThat(shell.prompt()).isEqualTo("echo " + echo.address() + " ready");
        assertThat(shell.shown()).contains("# Echo Server 1.0", "# what you type comes back; try help; Ctrl-D leaves", "server hello");
    }

    @Test
    void anEndThatASessionExpectsIsNoLoss() throws Exception {
        try (ScriptedServer once = new ScriptedServer(peer -> {
            peer.sendFrame("Echo Server 1.0");
            peer.receiveFrame();
            peer.sendFrame("done");
        })) {
            shell.type("open " + once.address(), "fetch", "help");

            assertThat(shell.shown()).contains("server done").noneMatch(line -> line.startsWith("# connect"));
        }
    }

    @Test
    void aSlashBeforeNoCommandIsTaughtTheOtherWayToSayIt() {
        shell.type("open " + echo.address(), "/etc/hosts", "//etc/hosts", "/");

        assertThat(shell.shown()).containsSubsequence(
                "! there is no command 'etc/hosts'", "? a text that begins with a slash: //etc/hosts", "server /etc/hosts", "server /");
    }

    @Test
    void aTaskThatCannotConnectAgainIsALostConnectionToo() throws Exception {
        shell.type("open " + echo.address());
        echo.stopListening();
        shell.type("redial-beside");

        shell.awaitShown("# connection to " + echo.address() + " lost: cannot connect to " + echo.address());
        assertThat(shell.prompt()).contains("(not connected)");
    }

    @Test
    void quitExitBackAndTheEndOfInputLeaveTheServerAndThenTheProgram() {
        for (String leave : List.of("quit", "exit", "back")) {
            shell.type("open " + echo.address(), leave);
            assertThat(shell.prompt()).isEqualTo("patchbay");
        }
        shell.type("open " + echo.address());
        shell.end();
        assertThat(shell.prompt()).isEqualTo("patchbay");
        shell.end();

        assertThat(end).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitCode.OK);
    }

    @Test
    void anUnknownCommandAtTheTopIsToldTheNearestOne() {
        shell.type("opne x", "bbs:10333", "zzz");

        assertThat(shell.shown()).containsSubsequence(
                "! there is no command 'opne'", "? did you mean: open",
                "! there is no command 'bbs:10333'", "? did you mean: open bbs:10333",
                "! there is no command 'zzz'", "? help lists the commands");
    }

    @Test
    void inAServerALineThatFitsNoCommandIsText() {
        shell.type("open " + echo.address(), "list of things", "list", "//list", "/say list");

        assertThat(shell.shown()).containsSubsequence("server list of things", "server list", "server /list", "server list");
    }

    @Test
    void commandsOfTheServerComeBeforeThoseThatWorkEverywhere() {
        shell.type("open " + echo.address(), "user bob", "whoami", "say user");

        assertThat(shell.shown()).containsSubsequence("bob", "bob", "server user");
    }

    @Test
    void theUserNameIsAskedForOnceAndCanBeProposed() {
        shell.type("open " + echo.address(), "whoami", "", "whoami");
        shell.type("open echo://carol@" + echo.address(), "whoami");

        assertThat(shell.shown()).containsSubsequence(": User name", "someone", "someone", "carol");
        assertThat(shell.shown()).filteredOn(": User name"::equals).hasSize(1);
    }

    @Test
    void aWordIsAProtocolOfTheLocalGateway() {
        shell.type("open echo", "through the lobby");
        assertThat(shell.prompt()).startsWith("echo localhost:" + lobby.port());

        shell.type("back");
        assertThat(shell.prompt()).isEqualTo("patchbay");
    }

    @Test
    void theLobbyShowsItsProtocolsAndIsComeBackTo() {
        shell.type("open " + lobby.address());
        assertThat(shell.prompt()).isEqualTo("lobby " + lobby.address());

        shell.type("open echo", "hello", "back");
        assertThat(shell.prompt()).isEqualTo("lobby " + lobby.address());

        shell.type("protocols", "open closed", "open mute://" + echo.address());
        assertThat(shell.shown()).containsSubsequence(
                "echo 1.0 10777 Echo Server 1.0", "server hello", "echo 1.0 10777 Echo Server 1.0",
                        "! Wrong protocol! no plugin here speaks 'closed'");
        assertThat(shell.prompt()).as("a dial that fails leaves one where one was").isEqualTo("lobby " + lobby.address());

        shell.type("quit");
        assertThat(shell.prompt()).isEqualTo("patchbay");
    }

    @Test
    void aLostConnectionIsToldAtOnceAndEnterOpensItAgain() throws Exception {
        shell.type("open " + echo.address());
        echo.hangUp();
        shell.awaitShown("# connection to " + echo.address() + " lost: closed by the server: Enter opens it again");
        assertThat(shell.prompt()).isEqualTo("echo " + echo.address() + " (not connected)");

        shell.type("", "hello");

        assertThat(shell.shown()).contains("# connected to " + echo.address() + " again", "server hello");
        assertThat(shell.prompt()).endsWith("ready");
    }

    @Test
    void aLineAfterALostConnectionOpensItAgainButACommandOfOursDoesNot() throws Exception {
        shell.type("open " + echo.address());
        echo.hangUp();
        shell.awaitShown("lost");

        shell.type("user");
        assertThat(shell.prompt()).endsWith("(not connected)");

        shell.type("hello");
        assertThat(shell.shown()).endsWith("# connected to " + echo.address() + " again", "server hello");
    }

    @Test
    void reopenAtTheTopOpensTheLastServer() {
        shell.type("reopen", "open " + echo.address(), "back", "reopen", "hello");

        assertThat(shell.shown()).containsSubsequence("! there is no connection to open again: open ADDRESS opens one", "server hello");
    }

    @Test
    void ctrlCInterruptsTheCommandLeavesInGoodOrderAndTheNextLineBeginsAnew() throws Exception {
        ScriptedServer[] servers = new ScriptedServer[1];
        try (ScriptedServer slow = new ScriptedServer(peer -> {
            peer.sendFrame("Echo Server 1.0");
            servers[0].listen(peer);
        })) {
            servers[0] = slow;
            shell.type("open " + slow.address());
            shell.begin("no answer comes");
            await().until(() -> slow.heard().contains("no answer comes"));

            shell.interrupt();
            shell.awaitPrompt();

            assertThat(shell.shown()).last().isEqualTo("# interrupted, and the connection closed: the next line opens it again");
            await().until(() -> slow.heard().contains("quit"));
            shell.begin("again");
            await().until(() -> slow.heard().contains("again"));
            shell.interrupt();
        }
    }

    @Test
    void ctrlCWhileNothingRunsDoesNothing() {
        shell.type("open " + echo.address());
        shell.interrupt();
        shell.type("hello");

        assertThat(shell.shown()).last().isEqualTo("server hello");
    }

    @Test
    void aServerThatBreaksTheFramingIsNamedAndLeftWithAGoodbye() throws Exception {
        CompletableFuture<String> last = new CompletableFuture<>();
        try (ScriptedServer odd = new ScriptedServer(peer -> {
            peer.sendFrame("Echo Server 1.0");
            peer.receiveFrame();
            peer.send("12x4");
            last.complete(peer.receiveFrame());
        })) {
            shell.type("open " + odd.address(), "hello");

            assertThat(shell.shown()).contains("! the server broke the rules of the protocol: a header that is not four digits: '12x4'");
            assertThat(shell.prompt()).endsWith("(not connected)");
            assertThat(last).as("goodbye all the same").succeedsWithin(Duration.ofSeconds(5)).isEqualTo("quit");
        }
    }

    @Test
    void aServerThatClosesInTheMiddleIsALostConnection() throws Exception {
        try (ScriptedServer cut = new ScriptedServer(peer -> {
            peer.sendFrame("Echo Server 1.0");
            peer.receiveFrame();
            peer.send("0009half");
        })) {
            shell.type("open " + cut.address(), "hello");

            assertThat(shell.shown()).contains("! connection lost: closed by the peer after 8 of 13 bytes of a message");
            assertThat(shell.shown()).filteredOn(line -> line.contains("lost")).as("told once").hasSize(1);
        }
    }

    @Test
    void aMessageThatIsTooLongIsRefusedAndTheConnectionStays() {
        shell.type("open " + echo.address(), "x".repeat(9999), "x".repeat(10_000), "short");

        assertThat(shell.shown()).anyMatch(line -> line.equals("server " + "x".repeat(9999)));
        assertThat(shell.shown()).anyMatch(line -> line.startsWith("! a message has at most 9999 bytes"));
        assertThat(shell.shown()).last().isEqualTo("server short");
    }

    @Test
    void aBugOfAPluginIsNamedAsOneAndTheConnectionStays() {
        shell.type("open " + echo.address(), "fail", "hello");

        assertThat(shell.shown()).anyMatch(line -> line.startsWith("! the plugin of echo failed: java.lang.IllegalStateException: a bug"));
        assertThat(shell.shown()).last().isEqualTo("server hello");
    }

    @Test
    void anErrorOfAPluginEndsItsCommandAndNotTheRepl() {
        shell.type("open " + echo.address(), "assert", "hello");

        assertThat(shell.shown()).anyMatch(line -> line.startsWith("! the plugin of echo failed: java.lang.AssertionError: another bug"));
        assertThat(shell.shown()).last().isEqualTo("server hello");
    }

    @Test
    void aPluginThatCannotEvenSayHowItLooksIsToldOnceAndStillTalkedTo() {
        shell.type("open " + echo.address(), "sulk");
        assertThat(shell.prompt()).isEqualTo("echo " + echo.address());
        assertThat(shell.typing().proposals("")).extracting("word").contains("open", "help");

        shell.type("hello", "there");

        assertThat(shell.shown()).contains("server hello", "server there");
        assertThat(shell.shown()).filteredOn(line -> line.contains("IllegalStateException: sulking")).as("told once").hasSize(1);
    }

    @Test
    void aServerThatIsGoneWhenASessionConnectsAgainIsALostConnectionAndNoFaultOfThePlugin() throws Exception {
        try (ScriptedServer other = ScriptedServer.announcing("Echo Server 1.0")) {
            shell.type("open " + other.address());
            other.stopListening();

            shell.type("redial");
        }

        assertThat(shell.shown()).anyMatch(line -> line.startsWith("! connection lost: cannot connect to "));
        assertThat(shell.shown()).noneMatch(line -> line.contains("failed"));
        assertThat(shell.prompt()).endsWith("(not connected)");
    }

    @Test
    void statusPluginsAndProtocolsAreAskedOfTheLocalGateway() {
        shell.type("status", "plugins", "protocols", "protocols bbs", "protocols nothing");

        assertThat(gateway.requests()).containsExactly("status", "plugins", "protocols", "protocols bbs", "protocols nothing");
        assertThat(shell.shown()).contains("answer to status").last().isEqualTo("! unknown protocol 'nothing'");
    }

    @Test
    void rawSendsAndShowsPlainText() throws Exception {
        try (ScriptedServer mail = new ScriptedServer(peer -> {
            peer.send("220 mail\r\n");
            peer.receive("HELO me\n".length());
            peer.send("250 hello\r\nlogin: ");
            peer.receive(1);
        })) {
            shell.type("raw " + mail.address());
            shell.awaitShown("220 mail");
            shell.type("HELO me");
            shell.awaitShown("250 hello");
            shell.awaitShown("login: ");
        }
    }

    @Test
    void helpTeachesFirstWhatALineDoesHere() {
        shell.type("open " + echo.address(), "help", "help say", "help nosuch");

        assertThat(shell.shown()).containsSubsequence(
                "A line that is no command comes back.",
                "Commands of echo", "say TEXT... sends a text, also one that looks like a command",
                "Commands everywhere", "open ADDRESS dials a server, finds out what it speaks, and speaks that",
                "Usage", "Examples", "say help",
                "! there is no command 'nosuch' here");
    }

    @Test
    void completionProposesCommandsWithHelpAndValuesOfArguments() {
        shell.type("open " + echo.address());

        assertThat(shell.typing().proposals("")).extracting("word").startsWith("say", "list").contains("open", "help");
        assertThat(shell.typing().proposals("/l")).extracting("word").contains("/list", "/open");
        assertThat(shell.typing().proposals("greet ")).extracting("word").containsExactly("bob", "carol");
        assertThat(shell.typing().proposals("greet bob ")).isEmpty();
        assertThat(shell.typing().proposals("open ")).extracting("word").containsExactly(echo.address(), "echo", "lobby", "mute");
        assertThat(shell.typing().proposals("help ")).extracting("word").contains("say", "open");
        assertThat(shell.typing().proposals("some text ")).isEmpty();
    }

    @Test
    void aLineIsColouredAsWhatItIs() {
        var top = shell.typing();
        assertThat(top.look("open x")).isEqualTo(Look.COMMAND);
        assertThat(top.look("op")).as("it may become one").isEqualTo(Look.TEXT);
        assertThat(top.look("opx")).isEqualTo(Look.UNKNOWN);

        shell.type("open " + echo.address());
        assertThat(shell.typing().look("opx")).isEqualTo(Look.TEXT);
        assertThat(shell.typing().look("list")).isEqualTo(Look.COMMAND);
        assertThat(shell.typing().look("list all")).isEqualTo(Look.TEXT);
    }
}
