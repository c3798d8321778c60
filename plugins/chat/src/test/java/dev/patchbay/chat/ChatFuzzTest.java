package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.FakeConsole;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Generated input, against what reads messages at the REPL.
class ChatFuzzTest {

    @Property
    void whateverIsHeardInAChatIsShownAsItIs(@ForAll("lines") String line) {
        FakeConsole console = new FakeConsole(true);
        ChatSession session = new ChatSession(console, _ -> {}, "alice");

        session.heard(line);

        assertThat(console.lines()).containsExactly(line);
    }

    @Property
    void everyEntryIsShownAsItIs(@ForAll TranscriptKind kind, @ForAll("lines") String entry) {
        assertThat(kind.item(entry)).hasToString(entry);
    }

    @Property
    void anEntryIsThatOfItsText(@ForAll("lines") String text, @ForAll("lines") String other) {
        assertThat(TranscriptKind.HISTORY.isEntryOf(text, text)).isTrue();
        assertThat(TranscriptKind.POSTS.isEntryOf(text, "[2026-01-02T03:04:05 pc.lan] " + text)).isTrue();
        assertThat(TranscriptKind.HISTORY.isEntryOf(text, other)).isEqualTo(text.equals(other));
    }

    /// Of the pieces that messages and announcements are made of.
    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("[", "]", " ", "*", "joined", "left", "alice", "T", "\u001b", "é")
                .list().ofMinSize(1).ofMaxSize(8).map(pieces -> String.join("", pieces));
    }
}
