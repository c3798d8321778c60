package dev.patchbay.api.wire;

import dev.patchbay.api.Stable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/// Raw bytes whose number is known, or that go on to the end of the connection: the content of a file. Memory use does not
/// depend on the size.
///
/// ```java
/// frames.send("sending " + file.size());
/// peer.content().send(file, 0, file.size());
/// ```
@Stable(since = "1.0")
public final class Content {

    private final Transport transport;

    Content(Transport transport) {
        this.transport = transport;
    }

    /// Sends part of a file, without copying it through this process where the system can do that.
    ///
    /// @param file     the file, whose own position is left alone
    /// @param position the first byte to send
    /// @param count    how many bytes to send
    public void send(FileChannel file, long position, long count) {
        transport.send(file, position, count);
    }

    /// Receives exactly `count` bytes.
    ///
    /// @param count how many bytes to receive
    /// @param sink  takes the bytes as they arrive: a file, a digest, or both behind one channel
    /// @throws IOException         if the sink failed
    /// @throws ConnectionException if the peer closed before all bytes were there, or a time limit passed
    public void receive(long count, WritableByteChannel sink) throws IOException {
        long received = receiveSome(count, sink);
        if (received < count) {
            throw new ConnectionException(
                    ConnectionException.Reason.CUT_SHORT, "closed by the peer after " + received + " of " + count + " bytes of content");
        }
    }

    /// Receives until the peer closes, or `max` bytes have come.
    ///
    /// @param max  the most bytes to receive
    /// @param sink takes the bytes as they arrive
    /// @return how many bytes came
    /// @throws IOException         if the sink failed
    /// @throws ConnectionException if the connection broke, or a time limit passed
    public long receiveSome(long max, WritableByteChannel sink) throws IOException {
        long received = 0;
        while (received < max) {
            ByteBuffer input = transport.input();
            if (!input.hasRemaining()) {
                if (transport.fill(1, Wait.CONTENT) == 0) {
                    break;
                }
                input = transport.input();
            }
            int size = (int) Math.min(input.remaining(), max - received);
            ByteBuffer piece = input.slice(input.position(), size);
            while (piece.hasRemaining()) {
                sink.write(piece);
            }
            input.position(input.position() + size);
            received += size;
        }
        return received;
    }
}
