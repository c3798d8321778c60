package dev.patchbay.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.client.Item;
import dev.patchbay.cli.shell.LineContext;
import dev.patchbay.cli.shell.Look;
import dev.patchbay.cli.shell.Paint;
import dev.patchbay.cli.shell.Proposal;
import dev.patchbay.cli.shell.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person at an emulated screen.
class TerminalShellTest {

    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @TempDir
    Path folder;

    private final AtomicReference<String> state = new AtomicReference<>("");
    private ScreenTerminal.VirtualTerminal screen;
    private TerminalShell shell;

    private final LineContext context = new LineContext() {
        @Override
        public Item prompt() {
            return Item.of("prompt").with("place", "test" + state.get());
        }

        @Override
        public List<Proposal> proposals(String typed) {
            return List.of(new Proposal("list", "lists the board", "commands"),
                    new Proposal("listdm", "lists messages", "commands"), new Proposal("quit", "leaves", "commands"),
                    new Proposal("lis\u001b[2Jt", "", ""), new Proposal("listen", "\u001b[2Jwaits", "\u202ecommands"));
        }

        @Override
        public Look look(String line) {
            return line.startsWith("x") ? Look.UNKNOWN : Look.COMMAND;
        }
    };

    @BeforeEach
    void open() throws IOException {
        screen = ScreenTerminal.withTerminal("test", "xterm-256color", 80, 16);
        shell = new TerminalShell(screen.terminal(), new TextFormat(Paint.COLOURS, ""), folder.resolve("state/history"));
    }

    @AfterEach
    void close() throws IOException {
        shell.close();
    }

    @Test
    void readsLinesUntilTheEndOfInput() throws Exception {
        CompletableFuture<Optional<String>> line = reading();
        type("hello! \"world\" \\n\r");
        assertThat(line.get()).as("exactly as typed").contains("hello! \"world\" \\n");

        CompletableFuture<Optional<String>> end = reading();
        type(CTRL_D);
        assertThat(end.get()).isEmpty();
    }

    @Test
    void ctrlCDiscardsTheLineAndNothingElse() throws Exception {
        CompletableFuture<Optional<String>> line = reading();
        type("never mind");
        awaitScreen("test> never mind");
        type(CTRL_C);
        type("better\r");

        assertThat(line.get()).contains("better");
    }

    @Test
    void whatIsPrintedWhileALineIsTypedStandsAboveIt() throws Exception {
        CompletableFuture<Optional<String>> line = reading();
        type("half a li");
        awaitScreen("test> half a li");

        shell.print(Item.text("news \u001b[2Jfrom afar"));
        awaitScreen("news \\x1b[2Jfrom afar");
        type("ne\r");

        assertThat(line.get()).contains("half a line");
        assertThat(rows()).containsSubsequence("news \\x1b[2Jfrom afar", "test> half a line");
    }

    @Test
    void thePromptChangesWhileALineIsTyped() throws Exception {
        CompletableFuture<Optional<String>> line = reading();
        type("abc");
        awaitScreen("test> abc");

        state.set(" lost");
        shell.refresh();

        awaitScreen("test lost> abc");
        type("\r");
        assertThat(line.get()).contains("abc");
    }

    @Test
    void tabCompletesAndShowsWhatThereIs() throws Exception {
        CompletableFuture<Optional<String>> line = reading();
        type("q\t");
        awaitScreen("test> quit");
        type("\u0015li\t");
        awaitScreen("lists the board");
        assertThat(screen.screen().toString()).contains("commands", "listdm");
        type("\r");

        assertThat(line.get()).contains("list");
    }

    @Test
    void whatIsProposedCannotSteerTheTerminal() throws Exception {
        CompletableFuture<Optional<String>> line = reading();
        type("li\t");

        awaitScreen("\\x1b[2Jwaits");
        assertThat(screen.screen().toString()).contains("test> lis", "lists the board", "\\u202ecommands").doesNotContain("lis^[", "lis\\x1b");
        type("\r");
        line.get();
    }

    @Test
    void percentSignsOfAPromptAreNoPatterns() throws Exception {
        state.set(" 100% %P %{hidden%}");
        CompletableFuture<Optional<String>> line = reading();
        type("abc");

        awaitScreen("test 100% %P %{hidden%}> abc");
        state.set(" 5% off");
        shell.refresh();
        awaitScreen("test 5% off> abc");
        type("\r");
        assertThat(line.get()).contains("abc");
    }

    @Test
    void severalLinesPastedAtOnceAreSeveralLines() throws Exception {
        CompletableFuture<Optional<String>> first = reading();
        type("\u001b[200~one\ntwo\nthree\u001b[201~\r");

        assertThat(first.get()).contains("one");
        assertThat(shell.readLine(context)).contains("two");
        assertThat(shell.readLine(context)).contains("three");
    }

    @Test
    void aQuestionHasADefaultAndCanBeDeclined() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> shell.ask("User name", "alice"));
        awaitScreen("User name [alice]:");
        type("\r");
        assertThat(answer.get()).isEqualTo("alice");

        CompletableFuture<String> percent = CompletableFuture.supplyAsync(() -> shell.ask("Share of %H in %"));
        awaitScreen("Share of %H in %:");
        type("5\r");
        assertThat(percent.get()).isEqualTo("5");

        CompletableFuture<String> declined = CompletableFuture.supplyAsync(() -> shell.ask("To"));
        awaitScreen("To:");
        type(CTRL_C);
        Assertions.assertThatThrownBy(declined::get).isInstanceOfAny(CancellationException.class, ExecutionException.class);
    }

    @Test
    void linesAreRememberedInAFileOfTheUserAloneAndAnswersAreNot() throws Exception {
        CompletableFuture<Optional<String>> line = reading();
        type("remember me\r");
        line.get();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> shell.ask("Message"));
        awaitScreen("Message:");
        type("a secret\r");
        answer.get();

        Path history = folder.resolve("state/history");
        await().untilAsserted(() -> assertThat(Files.readString(history)).contains("remember me").doesNotContain("secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history))).isEqualTo("rw-------");
    }

    @Test
    void ctrlCOutsideOfALineReachesTheCommandThatRuns() throws Exception {
        CompletableFuture<String> interrupted = new CompletableFuture<>();
        shell.onInterrupt(() -> interrupted.complete("yes"));

        type(CTRL_C);

        assertThat(interrupted.get()).isEqualTo("yes");
    }

    private CompletableFuture<Optional<String>> reading() {
        CompletableFuture<Optional<String>> line = CompletableFuture.supplyAsync(() -> shell.readLine(context));
        await().until(() -> !rows().isEmpty() && rows().getLast().startsWith("test"));
        return line;
    }

    private void type(String keys) throws IOException {
        for (byte key : keys.getBytes(UTF_8)) {
            screen.terminal().processInputByte(key);
        }
    }

    private void awaitScreen(String fragment) {
        await().until(() -> screen.screen().toString().contains(fragment));
    }

    private List<String> rows() {
        return screen.screen().toString().lines().map(String::stripTrailing).filter(row -> !row.isEmpty()).toList();
    }
}
