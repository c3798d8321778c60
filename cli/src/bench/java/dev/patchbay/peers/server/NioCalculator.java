package dev.patchbay.peers.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// A connection of calc-binary.
final class NioCalculator extends NioConnection {

    private static final int REQUEST = 9;
    private static final ByteBuffer OUT = ByteBuffer.allocateDirect(32_768).order(ByteOrder.LITTLE_ENDIAN);

    private byte @Nullable [] carried;

    NioCalculator(SocketChannel channel, SelectionKey key) {
        super(channel, key);
    }

    @Override
    void begin(ByteBuffer in) {
        if (carried != null) {
            in.put(carried);
            carried = null;
        }
    }

    @Override
    void received(ByteBuffer in) throws IOException {
        OUT.clear();
        while (in.remaining() >= REQUEST) {
            OUT.putInt(Arithmetic.calculate(in.getInt(), in.getInt(), in.get()));
        }
        if (in.hasRemaining()) {
            carried = new byte[in.remaining()];
            in.get(carried);
        }
        say(OUT.flip());
    }
}
