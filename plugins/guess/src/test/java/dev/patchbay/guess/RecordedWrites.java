package dev.patchbay.guess;

import dev.patchbay.api.wire.Message;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.api.wire.Wait;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A peer that has sent everything already, and a record of what reaches it in one piece: sockets do not show that.
final class RecordedWrites implements Transport {

    private final ByteBuffer input;
    private final ByteBuffer output = ByteBuffer.allocate(1000);
    private final List<String> writes = new ArrayList<>();

    RecordedWrites(String hex) {
        input = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    /// {@return the bytes of each write}
    List<String> writes() {
        return List.copyOf(writes);
    }

    @Override
    public ByteBuffer input() {
        return input;
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        flush();
        return input.remaining();
    }

    @Override
    public ByteBuffer output(int size) {
        return output;
    }

    @Override
    public void flush() {
        if (output.position() > 0) {
            writes.add(HexFormat.of().formatHex(output.array(), 0, output.position()));
            output.clear();
        }
    }

    @Override
    public void send(FileChannel file, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean publish(Message message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void idleLimit(Duration limit) {}

    @Override
    public void closeGently(String reason) {}

    @Override
    public void closeNow(String reason) {}

    @Override
    public InetSocketAddress peer() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);
    }
}
