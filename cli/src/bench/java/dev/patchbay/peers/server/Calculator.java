package dev.patchbay.peers.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;

/// A connection of calc-binary, in blocking code.
final class Calculator {

    private static final int REQUEST = 9;

    private Calculator() {}

    static void serve(SocketChannel channel) throws IOException {
        ByteBuffer in = ByteBuffer.allocateDirect(2048).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocateDirect(1024).order(ByteOrder.LITTLE_ENDIAN);
        while (channel.read(in) >= 0) {
            in.flip();
            while (in.remaining() >= REQUEST) {
                out.putInt(Arithmetic.calculate(in.getInt(), in.getInt(), in.get()));
            }
            in.compact();
            channel.write(out.flip());
            out.clear();
        }
    }
}
