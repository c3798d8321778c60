package dev.patchbay.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/// Opens the terminal of this process.
public final class Terminals {

    private static final Size USUAL = Size.of(80, 24);

    private Terminals() {}

    /// {@return the terminal of this process, dumb if it cannot be controlled}
    ///
    /// @throws IOException if there is none at all
    public static Terminal open() throws IOException {
        Terminal terminal = ofProcess();
        if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
            // A pseudo terminal that nobody gave a size: there would be no room for a prompt.
            terminal.setSize(USUAL);
        }
        return terminal;
    }

    private static Terminal ofProcess() throws IOException {
        try {
            return builder().ffm(false).exec(false).dumb(false).build();
        } catch (IllegalStateException e) {
            // No native library of JLine's for this system: what is left does the same, and costs a tenth of a second more.
            return builder().jni(false).dumb(true).build();
        }
    }

    /// {@return a terminal of its own, with these streams in the place of keys and screen}
    ///
    /// @throws IOException if the system gives none
    public static Terminal of(InputStream keys, OutputStream screen) throws IOException {
        return builder().ffm(false).exec(false).system(false).streams(keys, screen).type("xterm-256color").size(USUAL).build();
    }

    private static TerminalBuilder builder() {
        TerminalBuilder builder = TerminalBuilder.builder()
                .name("patchbay")
                .encoding(UTF_8)
                // Measuring how the terminal draws emoji costs a tenth of a second at each start.
                .graphemeCluster(false);
        // What the usual terminals can do the library knows; asking the system costs a process.
        Optional<String> type = Optional.ofNullable(builder.computeType());
        type.map(InfoCmp::getDefaultInfoCmp).ifPresent(known -> InfoCmp.setLoadedInfoCmp(type.get(), known));
        return builder;
    }
}
