package dev.patchbay.api.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void itIsWhatWasAppended() {
        Entry entry = Entry.of(7, NOON, "5 €".getBytes(UTF_8));

        assertThat(entry.offset()).isEqualTo(7);
        assertThat(entry.time()).isEqualTo(NOON);
        assertThat(entry.text()).isEqualTo("5 €");
        assertThat(entry.payload()).isEqualTo("5 €".getBytes(UTF_8));
        assertThat(entry.damaged()).isFalse();
    }

    @Test
    void whoReadsItCannotChangeIt() {
        Entry entry = Entry.of(7, NOON, "ab".getBytes(UTF_8));

        entry.payload()[0] = 'x';

        assertThat(entry.text()).isEqualTo("ab");
    }

    @Test
    void whatIsNotUtf8IsReplacedInItsTextAndKeptInItsBytes() {
        Entry entry = Entry.of(7, NOON, new byte[] {'a', (byte) 0xff});

        assertThat(entry.text()).isEqualTo("a\ufffd");
        assertThat(entry.payload()).containsExactly('a', 0xff);
    }

    @Test
    void aPlaceholderSaysWhatBecameOfIt() {
        Entry entry = Entry.placeholder(7, NOON, "expired");

        assertThat(entry.damaged()).isTrue();
        assertThat(entry.text()).isEqualTo("[entry 7: expired]");
        assertThat(entry.payload()).isEqualTo("[entry 7: expired]".getBytes(UTF_8));
    }
}
