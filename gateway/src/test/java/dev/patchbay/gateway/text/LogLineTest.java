package dev.patchbay.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private static LogRecord entry(Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName("patchbay.connections");
        return entry;
    }

    @Test
    void isOneLineOfTimeLevelSubjectAndMessage() {
        String line = new LogLine(false).format(entry(Level.INFO, "bbs 127.0.0.1:4711: closed by the peer"));

        assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT\\S+ info connections: bbs 127.0.0.1:4711: closed by the peer\n");
    }

    @Test
    void makesRemoteTextSafe() {
        String line = new LogLine(false).format(entry(Level.WARNING, "a header '\u001b[2J\n'"));

        assertThat(line).endsWith(" warn connections: a header '\\x1b[2J\\n'\n").containsOnlyOnce("\n");
    }

    @Test
    void namesWhatWasThrownWithoutATrace() {
        LogRecord entry = entry(Level.SEVERE, "it failed");
        entry.setThrown(new IllegalStateException("no reason"));

        assertThat(new LogLine(false).format(entry)).endsWith(" error connections: it failed: java.lang.IllegalStateException: no reason\n");
    }

    @Test
    void isAJsonObjectWhereThatIsAskedFor() {
        String line = new LogLine(true).format(entry(Level.FINE, "hello"));

        assertThat(line)
                .startsWith("{\"type\":\"log\",\"time\":\"")
                .endsWith("\"level\":\"debug\",\"about\":\"connections\",\"message\":\"hello\"}\n");
    }
}
