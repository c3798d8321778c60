package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    @ParameterizedTest
    @MethodSource
    void messagesAreTheSameHoweverTheyArrive(Arrivals arrivals) {
        Frames frames = arrivals.connection().frames();

        List<String> messages = new ArrayList<>();
        while (frames.hasNext()) {
            messages.add(frames.receive());
        }

        assertThat(messages).containsExactly("hello", "", "héllo wörld €𝄞");
    }

    static Stream<Arrivals> messagesAreTheSameHoweverTheyArrive() {
        return Arrivals.of("0005hello00000021héllo wörld €𝄞");
    }

    @Test
    void aMessageMayHave9999Bytes() {
        String longest = "é".repeat(4999) + "x";
        FakeTransport transport = FakeTransport.receiving("9999" + longest);
        Connection connection = new Connection(transport);

        String received = connection.frames().receive();
        connection.frames().send(received);
        connection.flush();

        assertThat(received).isEqualTo(longest);
        assertThat(transport.writes()).containsExactly("9999" + longest);
    }

    @Test
    void aMessageOf10000BytesIsRefusedAndNothingOfItIsSent() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        assertThatIllegalArgumentException().isThrownBy(() -> connection.frames().send("é".repeat(5000)))
                .withMessage("a message has at most 9999 bytes in UTF-8, this one has 10000: shorten or split it");

        connection.flush();
        assertThat(transport.writes()).isEmpty();
    }

    @Test
    void theHeaderCountsBytesAndLeavesTogetherWithTheBody() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.frames().send("");
        connection.flush();
        connection.frames().send("5 €");
        connection.flush();

        assertThat(transport.writes()).containsExactly("0000", "00055 €");
    }

    @Test
    void aMessageThatWasEncodedBeforeIsSentAsItStands() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.frames().send(Message.frame("hello"));
        connection.flush();

        assertThat(transport.writes()).containsExactly("0005hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "   5hello", "+005hello", "-001", "12.4", "00a5hello", "٠٠٠٥hello", "000\n"})
    void aHeaderThatIsNotFourDigitsIsAViolation(String received) {
        Frames frames = new Connection(FakeTransport.receiving(received)).frames();

        assertEndsWith(Reason.VIOLATION, "a header that is not four digits: ", frames::receive);
    }

    @Test
    void theViolationShowsTheHeader() {
        Frames frames = new Connection(FakeTransport.receiving("GET / HTTP/1.1")).frames();

        assertEndsWith(Reason.VIOLATION, "'GET '", frames::receive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\u00e9t\u00e9", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00e2\u0082"})
    void aMessageThatIsNotUtf8IsAViolation(String latin) {
        byte[] received = ("000" + latin.length() + latin).getBytes(ISO_8859_1);
        Frames frames = new Connection(FakeTransport.receiving(List.of(received))).frames();

        assertEndsWith(Reason.VIOLATION, "a message that is not UTF-8", frames::receive);
    }

    @Test
    void theEndBetweenTwoMessagesIsTheNormalOne() {
        Frames frames = new Connection(FakeTransport.receiving("0005hello")).frames();

        frames.receive();

        assertThat(frames.hasNext()).isFalse();
        assertEndsWith(Reason.CLOSED_BY_PEER, "closed by the peer", frames::receive);
    }

    @Test
    void theEndInsideAHeaderCutsTheMessageShort() {
        Frames frames = new Connection(FakeTransport.receiving("00")).frames();

        assertThat(frames.hasNext()).isTrue();
        assertEndsWith(Reason.CUT_SHORT, "after 2 of 4 bytes of a header", frames::receive);
    }

    @Test
    void theEndInsideABodyCutsTheMessageShort() {
        Frames frames = new Connection(FakeTransport.receiving("0005hel")).frames();

        assertEndsWith(Reason.CUT_SHORT, "after 7 of 9 bytes of a message", frames::receive);
    }

    @Test
    void onlyTheFirstByteOfAMessageMayTakeAsLongAsAPersonThinks() {
        FakeTransport transport = FakeTransport.receiving("0", "005", "hello");
        Frames frames = new Connection(transport).frames();

        frames.receive();
        frames.hasNext();

        assertThat(transport.waits()).containsExactly(Wait.NEXT_MESSAGE, Wait.REST_OF_MESSAGE, Wait.REST_OF_MESSAGE, Wait.NEXT_MESSAGE);
    }

    private static void assertEndsWith(Reason reason, String message, ThrowingCallable call) {
        assertThatExceptionOfType(ConnectionException.class).isThrownBy(call)
                .withMessageContaining(message)
                .extracting(ConnectionException::reason).isEqualTo(reason);
    }
}
