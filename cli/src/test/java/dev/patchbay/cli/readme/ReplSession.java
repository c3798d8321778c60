package dev.patchbay.cli.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.spi.Pty;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Assumptions;

/// A person at the REPL: a process of its own on a pseudo terminal, whose screen is read.
final class ReplSession implements AutoCloseable {

    /// Larger than any screen, so that nothing of a talk is wrapped or lost.
    private static final int COLUMNS = 240;
    private static final int ROWS = 400;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOP = "patchbay>";
    private static final String CTRL_L = "\f";
    private static final String ENTER = "\r";

    private final Installation installation;
    private final Terminal terminal;
    private final OutputStream keys;
    private final Process process;
    private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);

    private ReplSession(Installation installation, Terminal terminal, Pty pty, Process process) throws IOException {
        this.installation = installation;
        this.terminal = terminal;
        this.process = process;
        keys = pty.getMasterOutput();
        InputStream output = pty.getMasterInput();
        Thread.ofPlatform().daemon().name("screen").start(() -> show(output));
    }

    static ReplSession start(Installation installation) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .streams(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                .provider(TerminalBuilder.PROP_PROVIDER_JNI)
                .size(Size.of(COLUMNS, ROWS))
                // The other end is read here.
                .paused(true)
                .build();
        if (terminal instanceof AbstractPosixTerminal posix && posix.getPty() instanceof JniNativePty pty) {
            File device = new File(pty.getName());
            Process process = installation.process("exec patchbay").redirectInput(device).redirectOutput(device).start();
            return new ReplSession(installation, terminal, pty, process);
        }
        return Assumptions.abort("this system has no pseudo terminals");
    }

    private void show(InputStream output) {
        try (Reader reader = new java.io.InputStreamReader(output, UTF_8)) {
            char[] buffer = new char[4096];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                screen.write(new String(buffer, 0, count));
            }
        } catch (IOException e) {
            // The process has left its terminal.
        }
    }

    /// Waits until it has said all that it says before anything is typed.
    void welcome() {
        expect(Likeness.of(List.of("...", "the gateway of this machine has its lobby at localhost:10330", TOP)));
    }

    /// {@return what is on the screen, as READMEs say it}
    List<String> screen() {
        return installation.outward(screen.toString().stripTrailing().lines().toList());
    }

    void expect(Likeness likeness) {
        await().atMost(PATIENCE).untilAsserted(() -> likeness.expect(screen()));
    }

    void type(String line) throws IOException {
        press(line + ENTER);
    }

    private void press(String text) throws IOException {
        keys.write(text.getBytes(UTF_8));
        keys.flush();
    }

    /// Leaves nothing but the prompt on the screen.
    void clear() throws IOException {
        press(CTRL_L);
        await().atMost(PATIENCE).until(() -> screen().size() == 1 && screen().getFirst().endsWith(">"));
    }

    /// Leaves whatever server it is at.
    void goToTop() throws IOException {
        clear();
        while (!screen().equals(List.of(TOP))) {
            type("/back");
            await().atMost(PATIENCE).until(() -> screen().size() > 1 && screen().getLast().endsWith(">"));
            clear();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        terminal.close();
    }
}
