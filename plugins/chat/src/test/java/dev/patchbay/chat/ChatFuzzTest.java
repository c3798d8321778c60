package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Generated input, against all protocols and what reads their messages.
class ChatFuzzTest {

    private static Optional<ProtocolServer> server = Optional.empty();

    @BeforeContainer
    static void start() {
        server = Optional.of(ProtocolServer.start(
                new ChatProtocol(), new ChatOpenProtocol(), new ChatHistoryProtocol(), new ChatPostsProtocol(_ -> "pc.lan")));
    }

    @AfterContainer
    static void stop() {
        server.ifPresent(ProtocolServer::close);
    }

    @Property(tries = 200)
    void garbageEndsItsOwnConnectionAtMost(@ForAll("protocols") String protocol, @ForAll @Size(min = 1, max = 300) byte[] garbage) {
        try (TestPeer odd = server.orElseThrow().connect(protocol)) {
            odd.sendBytes(garbage);
            odd.reset();
        }
        await().pollInterval(Duration.ofMillis(5)).until(() -> server.orElseThrow().sessions() == 0);
        try (TestPeer good = server.orElseThrow().connect(protocol)) {
            good.closeOutput();
            if (protocol.equals("chat-history") || protocol.equals("chat-posts")) {
                int count = Integer.parseInt(good.receiveFrame());
                for (int i = 0; i < count; i++) {
                    good.receiveFrame();
                }
            }
            good.expectClosed();
        }
    }

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

    @Provide
    Arbitrary<String> protocols() {
        return Arbitraries.of("chat", "chat-open", "chat-history", "chat-posts");
    }

    /// Of the pieces that messages and announcements are made of.
    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("[", "]", " ", "*", "joined", "left", "alice", "T", "\u001b", "é")
                .list().ofMinSize(1).ofMaxSize(8).map(pieces -> String.join("", pieces));
    }
}
