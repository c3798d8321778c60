package dev.patchbay.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Opens the terminal of this process.
public final class Terminals {

    private Terminals() {}

    /// {@return the terminal of this process, dumb if it cannot be controlled}
    ///
    /// @throws IOException if there is none at all
    public static Terminal open() throws IOException {
        return TerminalBuilder.builder()
                .name("patchbay")
                .encoding(UTF_8)
                .dumb(true)
                // Measuring how the terminal draws emoji costs a tenth of a second at each start.
                .graphemeCluster(false)
                .build();
    }
}
