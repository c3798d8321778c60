package dev.patchbay.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Match;
import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptClientModeTest {

    private static final ChatHistoryProtocol HISTORY = new ChatHistoryProtocol();
    private static final ChatPostsProtocol POSTS = new ChatPostsProtocol(_ -> "pc.lan");

    @Test
    void whatWasSaidIsShownFirstAndThenWhatIsNew() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(HISTORY);
                ModeDriver alice = open(HISTORY, server);
                ModeDriver bob = open(HISTORY, server)) {
            alice.type("one");
            alice.type("two");
            alice.type("history");
            bob.type("three");
            bob.type("four");

            assertThat(alice.console().lines()).containsExactly("no messages yet", "sent", "sent", "one", "two", "2 messages");
            assertThat(bob.console().lines()).containsExactly("no messages yet", "sent", "one", "two", "sent");
        }
    }

    @Test
    void postsAreShownWithTimeAndSender() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(POSTS);
                ModeDriver alice = open(POSTS, server)) {
            alice.type("one");
            alice.type("say history");
            alice.type("history");

            assertThat(alice.console().lines()).hasSize(6).startsWith("no posts yet", "sent", "sent").endsWith("2 posts");
            assertThat(alice.console().lines().get(3)).matches("\\[\\d{4}-\\d\\d-\\d\\dT[\\d:.]+ pc\\.lan] one");
            assertThat(alice.console().items().get(4).fields()).satisfiesExactly(
                    time -> assertThat(time.name()).isEqualTo("time"),
                    from -> assertThat(from.value()).isEqualTo("pc.lan"),
                    text -> assertThat(text.value()).isEqualTo("history"));
        }
    }

    @Test
    void aProgramHearsOnlyWhatWasSaid() throws Exception {
        FakeConsole console = new FakeConsole(false);
        try (ProtocolServer server = ProtocolServer.start(HISTORY);
                ModeDriver other = open(HISTORY, server);
                ModeDriver script = server.repl("bob", console)) {
            other.type("hello");
            other.type("history"); // comes back when the server has ended the visit, so it has kept what was said
            script.type("hi");
            script.type("history");

            assertThat(console.lines()).containsExactly("hello", "hi");
        }
    }

    @Test
    void whatTheServerWouldTakeForACommandIsNotSaid() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(HISTORY);
                ModeDriver repl = open(HISTORY, server)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("say history")).withMessageContaining("add a word");

            repl.type("history");
            assertThat(repl.console().lines()).containsExactly("no messages yet", "no messages yet");
        }
    }

    @Test
    void aTextThatIsTooLongIsNotSaidAndTheVisitGoesOn() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(HISTORY);
                ModeDriver repl = open(HISTORY, server)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("€".repeat(3334))).withMessageContaining("10002");
            repl.type("€".repeat(3333));

            await().untilAsserted(() -> {
                repl.type("history");
                assertThat(repl.console().lines()).last().isEqualTo("1 message");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"0001,NEED_MORE", "00010,YES", "00020,NEED_MORE", "000217,YES", "00071234567,YES", "000217rest,YES",
        "0,NEED_MORE", "0000,NO", "0008,NO", "00081,NO", "0001x,NO", "00021x,NO", "0014BBS,NO", "x,NO", "00 1,NO"})
    void aServerOfThisKindBeginsWithACount(String received, Match match) {
        TranscriptClientMode mode = new TranscriptClientMode(TranscriptKind.HISTORY);

        assertThat(mode.recognize(ByteBuffer.wrap(received.getBytes(ISO_8859_1)).asReadOnlyBuffer())).isEqualTo(match);
    }

    @Property
    void everyCountIsRecognisedHoweverItArrives(@ForAll @IntRange(max = 9_999_999) int count, @ForAll @IntRange(min = 1, max = 11) int arrived) {
        TranscriptClientMode mode = new TranscriptClientMode(TranscriptKind.POSTS);
        byte[] frame = String.format("%04d%d", Integer.toString(count).length(), count).getBytes(ISO_8859_1);

        ByteBuffer received = ByteBuffer.wrap(frame, 0, Math.min(arrived, frame.length));

        assertThat(mode.recognize(received)).isEqualTo(received.remaining() == frame.length ? Match.YES : Match.NEED_MORE);
    }

    @Property
    void noBytesAreTooStrange(@ForAll @Size(min = 1, max = 20) byte[] bytes) {
        ByteBuffer received = ByteBuffer.wrap(bytes);

        Match match = new TranscriptClientMode(TranscriptKind.HISTORY).recognize(received);

        assertThat(match).isNotNull();
        assertThat(received.remaining()).isEqualTo(bytes.length);
    }

    private static ModeDriver open(Protocol protocol, ProtocolServer server) throws Exception {
        return ModeDriver.open(protocol, server.address(), "alice");
    }
}
