package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/// What an author reads when a conversation goes otherwise.
class TestPeerTest {

    /// Says back what it is told, as it comes; `bye` ends it.
    private static final class Parrot implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("parrot", "1.0").silent();
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> {
                while (peer.chunks().hasNext()) {
                    byte[] heard = peer.chunks().receiveBytes();
                    peer.binary(ByteOrder.BIG_ENDIAN).send(heard.length, said -> said.put(heard));
                    if (new String(heard, ISO_8859_1).endsWith("bye")) {
                        return;
                    }
                }
            });
        }
    }

    /// The protocol of the README, as far as it goes wrong there.
    private static final class Dice implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("dice", "1.0").banner("Dice Server 1.0");
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> {
                while (peer.frames().hasNext()) {
                    peer.frames().receive();
                    peer.frames().send("error: say roll");
                }
            });
        }
    }

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new Parrot());

    private final TestPeer peer = server.connect().patience(Duration.ofMillis(200));

    private static String message(ThrowingCallable conversation) {
        Throwable failure = catchThrowable(conversation);
        assertThat(failure).isInstanceOf(AssertionFailedError.class);
        return String.valueOf(failure.getMessage());
    }

    @Test
    void aConversationInAllFormsReadsTopToBottom() {
        peer.send("raw żółw").expect("raw żółw")
                .sendLine("line").expectLine("line")
                .send("line\r\n").expectLine("line")
                .sendFrame("żółw").expectFrame("żółw")
                .sendHex("00ff 0a").expectHex("00 ff 0a")
                .sendBytes((byte) 1, (byte) 2).expectBytes((byte) 1, (byte) 2)
                .send("bye").expect("bye").expectClosed();
    }

    @Test
    void whatWillBeCheckedElsewhereIsGivenBack() {
        peer.send("one\n0003two\1\2bye");

        assertThat(peer.receiveLine()).isEqualTo("one");
        assertThat(peer.receiveFrame()).isEqualTo("two");
        assertThat(peer.receiveBytes(2)).containsExactly(1, 2);
        assertThat(peer.receiveAll()).isEqualTo("bye");
    }

    @Test
    void theReadmeShowsWhatAnAuthorSees() throws IOException {
        try (ProtocolServer dice = ProtocolServer.start(new Dice())) {
            TestPeer author = dice.connect().expectFrame("Dice Server 1.0").sendFrame("stop");

            assertThat(Files.readString(Path.of("README.md"))).contains(message(() -> author.expectFrame("error: say roll!")));
        }
    }

    @Test
    void aTextThatDiffersIsMarkedWhereItDoes() {
        peer.send("hello").expect("hello").send("Echo Server\t1.0");

        assertThat(message(() -> peer.expect("Echo Server\n1.0"))).isEqualTo("""
                expected 'Echo Server\\n1.0', received 'Echo Server\\t1.0'
                  expected  Echo Server\\n1.0
                  received  Echo Server\\t1.0
                                       ^ byte 11
                the connection is open; the conversation before, -> sent, <- received:
                  -> hello
                  <- hello
                  -> Echo Server\\t1.0""");
    }

    @Test
    void aFrameThatDiffersIsShownWithoutItsHeaderAndWithWhatCameAfterIt() {
        peer.send("0004help0002me");

        assertThat(message(() -> peer.expectFrame("hello"))).isEqualTo("""
                expected the frame 'hello', received the frame 'help'
                  expected  hello
                  received  help
                               ^ byte 3
                  after it  0002me
                the connection is open; the conversation before, -> sent, <- received:
                  -> 0004help0002me
                  <- 0004help""");
    }

    @Test
    void bytesAreShownInHexadecimal() {
        peer.sendHex("49000000 01000000 4e000000");

        assertThat(message(() -> peer.expectHex("49000000 00000000"))).startsWith("""
                expected '49000000 00000000', received '49000000 01000000 4e000000'
                  expected  49000000 00000000
                  received  49000000 01000000 4e000000
                                     ^ byte 4
                """);
    }

    @Test
    void whatIsNotUtf8AndWhatSteersATerminalIsMadeVisible() {
        peer.sendBytes("a\\\u001b[2J\u202eé".getBytes(UTF_8)).sendBytes((byte) 0xc3, (byte) 'b');

        assertThat(message(() -> peer.expect("a\\\u001b[2J\u202eéb"))).contains("  received  a\\\\\\x1b[2J\\u202eé\\xc3b\n");
    }

    @Test
    void ofALongTextTheNeighbourhoodOfTheDifferenceIsShown() {
        peer.send("x".repeat(500) + "!" + "y".repeat(500));

        assertThat(message(() -> peer.expect("x".repeat(500) + "?" + "y".repeat(500)))).contains("""
                  expected  ...%s?%s...
                  received  ...%s!%s...
                               %s^ byte 500
                """.formatted("x".repeat(40), "y".repeat(39), "x".repeat(40), "y".repeat(39), " ".repeat(40)));
    }

    @Test
    void whatDoesNotComeIsToldFromWhatEnds() {
        peer.send("hel");
        assertThat(message(() -> peer.expect("hello"))).startsWith("""
                expected 'hello', received 'hel' and no more within 200 ms
                  expected  hello
                  received  hel
                               ^ byte 3
                the connection is open;""");
        assertThat(message(() -> peer.expect("lo"))).startsWith("expected 'lo', received nothing within 200 ms\n");
        assertThat(message(peer::expectClosed)).startsWith("expected the end of the connection, which stays open for 200 ms\n");

        peer.send("good bye");
        assertThat(message(() -> peer.expect("good bye, friend"))).startsWith("expected 'good bye, friend', received 'good bye' and then the end of the connection\n")
                .contains("the server has closed the connection;");
        assertThat(message(() -> peer.expect("friend"))).startsWith("expected 'friend', received the end of the connection\n");
        assertThat(message(peer::receiveFrame)).startsWith("expected a frame, received the end of the connection\n");
    }

    @Test
    void whatIsNoFrameIsShown() {
        peer.send("HTTP/1.1 400 Bad Request\r\n");

        assertThat(message(() -> peer.expectFrame("hello")))
                .startsWith("expected a frame, received what does not begin with four digits: 'HTTP/1.1 400 Bad Request\\r\\n'\n");
    }

    @Test
    void whatComesInPlaceOfTheEndIsShown() {
        peer.send("one more");

        assertThat(message(peer::expectClosed)).startsWith("expected the end of the connection, received 'one more'\n");
    }

    @Test
    void ofALongConversationTheNewestPartIsShown() {
        for (int i = 0; i < 15; i++) {
            peer.sendLine("line " + i).expectLine("line " + i);
        }

        assertThat(peer).asString().contains("  (10 lines before these)\n  -> line 5\\n\n").endsWith("  <- line 14\\n");
    }
}
