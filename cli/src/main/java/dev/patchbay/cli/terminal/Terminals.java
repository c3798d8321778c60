package dev.patchbay.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Opens the terminal of this process.
public final class Terminals {

    private static final Sized USUAL = Size.of(80, 24);

    private Terminals() {}

    /// {@return the terminal of this process, dumb if it cannot be controlled}
    ///
    /// @throws IOException if there is none at all
    public static Terminal open() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .name("patchbay")
                .encoding(UTF_8)
                .dumb(true)
                // Measuring how the terminal draws emoji costs a tenth of a second at each start.
                .graphemeCluster(false)
                .build();
        if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
            // A pseudo terminal that nobody gave a size: there would be no room for a prompt.
            terminal.setSize(USUAL);
        }
        return terminal;
    }
}
