package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTimeTest {

    /// The right column is what Python prints.
    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05.678901234, 2026-01-02T03:04:05.678901",
        "2026-01-02T03:04:05.000001,    2026-01-02T03:04:05.000001",
        "2026-01-02T03:04:05.500,       2026-01-02T03:04:05.500000",
        "2026-01-02T03:04:05.000000999, 2026-01-02T03:04:05",
        "2026-12-31T00:00:00,           2026-12-31T00:00:00",
    })
    void looksAsPythonPrintsIt(LocalDateTime time, String text) {
        assertThat(PostTime.text(time)).isEqualTo(text);
    }
}
