package dev.patchbay.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTest {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final WritableByteChannel sink = Channels.newChannel(received);

    @ParameterizedTest
    @MethodSource
    void exactlyAsManyBytesAreReceivedAsWereAskedFor(Arrivals arrivals) throws IOException {
        Connection connection = arrivals.connection();

        connection.content().receive(7, sink);

        assertThat(received).hasToString("content");
        assertThat(connection.frames().receive()).isEqualTo("quit");
    }

    static Stream<Arrivals> exactlyAsManyBytesAreReceivedAsWereAskedFor() {
        return Arrivals.of("content0004quit");
    }

    @Test
    void contentMayGoOnToTheEndOfTheConnection() throws IOException {
        Connection connection = new Connection(FakeTransport.receiving("some ", "content"));

        assertThat(connection.content().receiveSome(Long.MAX_VALUE, sink)).isEqualTo(12);
        assertThat(received).hasToString("some content");
    }

    @Test
    void notMoreIsReceivedThanWasAskedFor() throws IOException {
        FakeTransport transport = FakeTransport.receiving("content", "never asked for");

        assertThat(new Connection(transport).content().receiveSome(7, sink)).isEqualTo(7);
        assertThat(transport.waits()).containsExactly(Wait.CONTENT);
    }

    @Test
    void noContentIsNotWaitedFor() throws IOException {
        FakeTransport transport = FakeTransport.receiving("never asked for");

        new Connection(transport).content().receive(0, sink);

        assertThat(transport.waits()).isEmpty();
    }

    @Test
    void theEndBeforeAllOfItCutsItShort() {
        Content content = new Connection(FakeTransport.receiving("cont")).content();

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> content.receive(7, sink))
                .withMessage("closed by the peer after 4 of 7 bytes of content")
                .extracting(ConnectionException::reason).isEqualTo(Reason.CUT_SHORT);
    }

    @Test
    void aSinkMayTakeItByteByByte() throws IOException {
        new Connection(FakeTransport.receiving("content")).content().receive(7, new SlowSink());

        assertThat(received).hasToString("content");
    }

    @Test
    void partOfAFileLeavesBehindWhatWasSentBefore(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "0123456789");
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        try (FileChannel file = FileChannel.open(path)) {
            connection.frames().send("sending 3");
            connection.content().send(file, 4, 3);
            assertThat(file.position()).isZero();
        }

        assertThat(transport.writes()).containsExactly("0009sending 3", "456");
    }

    private final class SlowSink implements WritableByteChannel {

        @Override
        public int write(ByteBuffer source) {
            received.write(source.get());
            return 1;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
