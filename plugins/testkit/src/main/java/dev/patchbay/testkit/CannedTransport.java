package dev.patchbay.testkit;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Message;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.api.wire.Wait;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A transport without a network, for millions of generated conversations: what the peer sends is given in advance and arrives piece
/// by piece, then the peer closes; what is sent to the peer is recorded.
///
/// ```java
/// CannedTransport transport = new CannedTransport(bytes, 3);
/// new Connection(transport).frames().receive();
/// ```
///
/// For one thread. Files cannot be sent.
public final class CannedTransport implements Transport {

    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
    private static final InetSocketAddress LOCAL = new InetSocketAddress(InetAddress.getLoopbackAddress(), 10_333);

    private final byte[] given;
    private final int piece;
    private final ByteArrayOutputStream unflushed = new ByteArrayOutputStream();
    private final List<byte[]> writes = new ArrayList<>();
    private ByteBuffer input = ByteBuffer.allocate(0);
    private ByteBuffer output = ByteBuffer.allocate(0);
    private int arrived;

    /// @param given what the peer sends before it closes
    /// @param piece how many bytes arrive at once, at least 1
    public CannedTransport(byte[] given, int piece) {
        this.given = given.clone();
        this.piece = piece;
    }

    /// {@return a transport on which all arrives at once}
    ///
    /// @param hex two digits for each byte; spaces are for the reader
    public static CannedTransport ofHex(String hex) {
        byte[] given = HexFormat.of().parseHex(hex.replace(" ", ""));
        return new CannedTransport(given, Math.max(1, given.length));
    }

    /// {@return what was sent so far}
    public byte[] sent() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        writes.forEach(all::writeBytes);
        endMessage();
        all.writeBytes(unflushed.toByteArray());
        return all.toByteArray();
    }

    /// {@return what was sent so far, each flush as one piece: sockets do not show that}
    public List<byte[]> writes() {
        return List.copyOf(writes);
    }

    @Override
    public ByteBuffer input() {
        return input;
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        int consumed = arrived - input.remaining();
        if (arrived - consumed < atLeast) {
            flush();
        }
        while (arrived - consumed < atLeast && arrived < given.length) {
            arrived = Math.min(given.length, arrived + piece);
        }
        // A new buffer each time: whoever kept the old one must not notice too late in a real transport.
        input = ByteBuffer.wrap(given.clone(), consumed, arrived - consumed);
        return input.remaining();
    }

    @Override
    public ByteBuffer output(int size) {
        endMessage();
        output = ByteBuffer.allocate(size);
        return output;
    }

    private void endMessage() {
        unflushed.write(output.array(), 0, output.position());
        output = ByteBuffer.allocate(0);
    }

    @Override
    public void flush() {
        endMessage();
        if (unflushed.size() > 0) {
            writes.add(unflushed.toByteArray());
            unflushed.reset();
        }
    }

    @Override
    public void send(FileChannel file, long position, long count) {
        throw new ConnectionException(Reason.RESET, "nobody takes files here");
    }

    @Override
    public boolean publish(Message message) {
        ByteBuffer buffer = message.buffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        writes.add(bytes);
        return true;
    }

    @Override
    public void idleLimit(Duration limit) {}

    @Override
    public void closeGently(String reason) {}

    @Override
    public void closeNow(String reason) {}

    @Override
    public InetSocketAddress peer() {
        return PEER;
    }

    @Override
    public InetSocketAddress local() {
        return LOCAL;
    }
}
