package dev.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.FakeTransport;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// An inline service on a thread of its own: what arrives, however it arrives, is answered when it is whole.
class InlineServiceTest {

    private record Echo(Predicate<Connection> whole, Consumer<Connection> answering) implements InlineService {

        @Override
        public boolean isWhole(Connection peer) {
            return whole.test(peer);
        }

        @Override
        public void answer(Connection peer) {
            answering.accept(peer);
        }
    }

    private static final Echo FRAMES = new Echo(peer -> peer.frames().isWhole(), peer -> peer.frames().send(peer.frames().receive()));
    private static final Echo LINES = new Echo(peer -> peer.lines(5).isWhole(), peer -> peer.lines(5).send(peer.lines(5).receive()));
    private static final Echo CHUNKS = new Echo(peer -> peer.chunks().isWhole(), peer -> peer.chunks().send(peer.chunks().receive()));

    private static String served(InlineService service, String... packets) throws Exception {
        FakeTransport transport = FakeTransport.receiving(packets);
        Connection peer = new Connection(transport);
        service.serve(peer);
        peer.flush();
        return String.join("", transport.writes());
    }

    private static void expect(Reason reason, InlineService service, String... packets) {
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> served(service, packets))
                .extracting(ConnectionException::reason)
                .isEqualTo(reason);
    }

    @Test
    void framesAreAnsweredWhenTheyAreWhole() throws Exception {
        assertThat(served(FRAMES, "0005he", "llo00", "00", "0001x")).isEqualTo("0005hello00000001x");
    }

    @Test
    void aFrameCutShortAndAHeaderThatIsNoneAreTold() {
        expect(Reason.CUT_SHORT, FRAMES, "0001x0005he");
        expect(Reason.VIOLATION, FRAMES, "GET / HTTP/1.0");
    }

    @Test
    void linesAreAnsweredWhenTheyAreWholeAndTheLastOneWithoutItsEnd() throws Exception {
        assertThat(served(LINES, "on", "e\ntwo\r", "\nlast")).isEqualTo("one\ntwo\nlast\n");
    }

    @Test
    void aLineOverTheLimitIsToldBeforeItsEnd() {
        expect(Reason.VIOLATION, LINES, "1234567", "never asked for");
    }

    @Test
    void chunksAreAnsweredAsTheyArrive() throws Exception {
        assertThat(served(CHUNKS, "hello", "there")).isEqualTo("hellothere");
    }

    @Test
    void recordsAreAnsweredWhenTheyAreWhole() throws Exception {
        Echo records = new Echo(peer -> peer.binary(ByteOrder.BIG_ENDIAN).isWhole(4), peer -> {
            int number = peer.binary(ByteOrder.BIG_ENDIAN).receive(4).getInt();
            peer.binary(ByteOrder.LITTLE_ENDIAN).send(4, reply -> reply.putInt(number));
        });

        assertThat(served(records, "ab", "cdef", "gh")).isEqualTo("dcbahgfe");
        expect(Reason.CUT_SHORT, records, "abcdef");
    }
}
