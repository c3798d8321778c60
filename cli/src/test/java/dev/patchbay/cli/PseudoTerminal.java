package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/// A terminal for a process to run at; its keys and its screen are the test's.
final class PseudoTerminal implements AutoCloseable {

    private final JniNativePty pty;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private PseudoTerminal(JniNativePty pty) {
        this.pty = pty;
    }

    /// Opens one; where the system has none the test is skipped.
    static PseudoTerminal open() {
        try {
            PseudoTerminal terminal = new PseudoTerminal((JniNativePty) new JniTerminalProvider().open(new Attributes(), Size.of(80, 24)));
            Thread.ofPlatform().daemon().start(terminal::watch);
            return terminal;
        } catch (IOException | RuntimeException | LinkageError e) {
            return abort("no pseudo terminal can be had here: " + e);
        }
    }

    private void watch() {
        try (InputStream shown = pty.getMasterInput()) {
            shown.transferTo(screen);
        } catch (IOException e) {
            // What was at the other end is closed.
        }
    }

    /// Lets a process read its keys and write on its screen, and what it has to complain of elsewhere.
    ProcessBuilder at(ProcessBuilder process, File complaints) {
        File device = new File(pty.getName());
        return process.redirectInput(device).redirectOutput(device).redirectError(complaints);
    }

    void type(String keys) throws IOException {
        pty.getMasterOutput().write(keys.getBytes(UTF_8));
    }

    /// {@return all that was written on the screen so far}
    String shown() {
        return screen.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        pty.close();
    }
}
