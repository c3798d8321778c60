package dev.patchbay.gateway.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Message;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.api.wire.Wait;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A transport that only takes published messages, and writes them down.
final class RecordingTransport implements Transport {

    /// What becomes of a message that is published.
    enum Peer {
        READS,
        READS_TOO_SLOWLY,
        HAS_LEFT
    }

    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile Peer peer = Peer.READS;
    private volatile boolean flushed;

    void peer(Peer now) {
        peer = now;
    }

    List<String> received() {
        return received;
    }

    boolean flushed() {
        return flushed;
    }

    @Override
    public boolean publish(Message message) {
        return switch (peer) {
            case READS -> received.add(UTF_8.decode(message.buffer()).toString());
            case READS_TOO_SLOWLY -> false;
            case HAS_LEFT -> throw new ConnectionException(Reason.RESET, "has left");
        };
    }

    @Override
    public ByteBuffer input() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ByteBuffer output(int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void flush() {
        flushed = true;
    }

    @Override
    public void send(FileChannel file, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void idleLimit(Duration limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closeGently(String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closeNow(String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InetSocketAddress peer() {
        return new InetSocketAddress(0);
    }

    @Override
    public InetSocketAddress local() {
        return new InetSocketAddress(0);
    }
}
