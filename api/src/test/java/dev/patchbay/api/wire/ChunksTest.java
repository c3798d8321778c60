package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {

    private static final String TEXT = "aé€𝄞z";

    @ParameterizedTest
    @MethodSource
    void noCharacterIsTornHoweverItArrives(Arrivals arrivals) {
        List<String> chunks = receiveAll(arrivals.connection().chunks());

        assertThat(String.join("", chunks)).isEqualTo(TEXT);
        assertThat(chunks).noneMatch(String::isEmpty);
    }

    static Stream<Arrivals> noCharacterIsTornHoweverItArrives() {
        return Arrivals.of(TEXT);
    }

    @Test
    void aChunkIsWhatHasArrived() {
        Chunks chunks = new Connection(FakeTransport.receiving("hello", "there")).chunks();

        assertThat(receiveAll(chunks)).containsExactly("hello", "there");
    }

    @Test
    void aCharacterWhoseEndIsUnderWayStaysForTheNextChunk() {
        Chunks chunks = chunks(bytes("on", 0xe2, 0x82), bytes("", 0xac), bytes("e"));

        assertThat(receiveAll(chunks)).containsExactly("on", "€", "e");
    }

    @Test
    void aCharacterThatNeverEndsIsReplacedAtTheEnd() {
        assertThat(receiveAll(chunks(bytes("on", 0xe2, 0x82)))).containsExactly("on", "\ufffd");
    }

    @Test
    void whatIsNotUtf8IsReplaced() {
        assertThat(receiveAll(chunks(bytes("caf", 0xe9), bytes("!")))).containsExactly("caf", "\ufffd!");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xbf, 0xc0, 0xc1, 0xf5, 0xff})
    void aByteThatBeginsNoCharacterIsNotHeldBack(int b) {
        Chunks chunks = chunks(bytes("", b), bytes("next"));

        assertThat(chunks.receive()).isEqualTo("\ufffd");
    }

    @Test
    void thePeerMayTakeAnyTimeToEndACharacterSinceItMayNotBeOne() {
        FakeTransport transport = FakeTransport.receiving(List.of(bytes("", 0xe9), bytes("!")));

        new Connection(transport).chunks().receive();

        assertThat(transport.waits()).containsExactly(Wait.NEXT_MESSAGE, Wait.NEXT_MESSAGE);
    }

    @Test
    void aChunkHasAtMost8192BytesAndEndsWithAWholeCharacter() {
        String text = "x" + "€".repeat(5000);
        List<String> received = receiveAll(new Connection(FakeTransport.receiving(text)).chunks());

        assertThat(received.getFirst().getBytes(UTF_8)).hasSize(1 + 2730 * 3);
        assertThat(String.join("", received)).isEqualTo(text);
    }

    @Test
    void asBytesAChunkIsWhatHasArrivedEvenATornCharacter() {
        Chunks chunks = chunks(bytes("on", 0xe2), bytes("", 0x82), new byte[Chunks.MAX_SIZE + 1]);

        assertThat(chunks.receiveBytes()).isEqualTo(bytes("on", 0xe2));
        assertThat(chunks.receiveBytes()).isEqualTo(bytes("", 0x82));
        assertThat(chunks.receiveBytes()).hasSize(Chunks.MAX_SIZE);
        assertThat(chunks.receiveBytes()).hasSize(1);
        assertThat(chunks.hasNext()).isFalse();
    }

    @Test
    void eachChunkIsAWriteOfItsOwn() {
        FakeTransport transport = FakeTransport.receiving();
        Chunks chunks = new Connection(transport).chunks();

        chunks.send("OK");
        chunks.send(Message.text("€"));

        assertThat(transport.writes()).containsExactly("OK", "€");
    }

    @Test
    void theEndIsTheNormalOne() {
        Chunks chunks = new Connection(FakeTransport.receiving()).chunks();

        assertThat(chunks.hasNext()).isFalse();
        assertThatExceptionOfType(ConnectionException.class).isThrownBy(chunks::receive)
                .extracting(ConnectionException::reason).isEqualTo(Reason.CLOSED_BY_PEER);
    }

    private static Chunks chunks(byte[]... packets) {
        return new Connection(FakeTransport.receiving(List.of(packets))).chunks();
    }

    private static List<String> receiveAll(Chunks chunks) {
        List<String> all = new ArrayList<>();
        while (chunks.hasNext()) {
            all.add(chunks.receive());
        }
        return all;
    }

    private static byte[] bytes(String ascii, int... more) {
        byte[] bytes = new byte[ascii.length() + more.length];
        System.arraycopy(ascii.getBytes(UTF_8), 0, bytes, 0, ascii.length());
        for (int i = 0; i < more.length; i++) {
            bytes[ascii.length() + i] = (byte) more[i];
        }
        return bytes;
    }
}
