package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.HostileText;
import dev.patchbay.testkit.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a script prints on both streams, byte by byte; and the script, which can wait for something to be printed.
public final class Printout {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, UTF_8);

    public PrintStream stream() {
        return stream;
    }

    /// {@return lines to type, of which the last one is followed by the end only when there stands what is waited for}
    public InputStream script(String awaited, String... lines) {
        InputStream typed = new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(UTF_8));
        return new SequenceInputStream(typed, new InputStream() {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }

            @Override
            public int read() {
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> text().contains(awaited));
                return -1;
            }
        });
    }

    public String text() {
        return bytes.toString(UTF_8);
    }

    /// {@return the lines, none of which could do anything to a terminal}
    public List<String> safeLines() {
        assertThat(text()).endsWith("\n");
        List<String> lines = List.of(text().substring(0, text().length() - 1).split("\n", -1));
        assertThat(lines).allSatisfy(line -> assertThat(HostileText.leaks(line)).as(line).isEmpty());
        return lines;
    }

    /// {@return the lines as what a program reads in them; that they are safe is seen to as well}
    public List<Map<String, Object>> safeObjects() {
        return safeLines().stream().map(JsonObject::read).toList();
    }
}
