package dev.patchbay.gateway.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// How requests and answers look on the control socket.
final class ControlWire {

    static final int MAX_REQUEST = 1_000;
    static final int MAX_ANSWER = 64 << 20;

    private ControlWire() {}

    static String readRequest(SocketChannel from) throws IOException {
        return readUntil('\n', from, MAX_REQUEST);
    }

    static String readAnswer(SocketChannel from) throws IOException {
        return readUntil(-1, from, MAX_ANSWER);
    }

    /// Reads up to a byte, without it, or up to the end if there is no such byte.
    private static String readUntil(int end, SocketChannel from, int limit) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (from.read(buffer) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == end) {
                    return text.toString(UTF_8);
                }
                text.write(next);
            }
            if (text.size() > limit) {
                throw new IOException("more than " + limit + " bytes");
            }
            buffer.clear();
        }
        if (end >= 0) {
            throw new IOException("the end of the request is missing");
        }
        return text.toString(UTF_8);
    }

    static void write(SocketChannel to, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }
}
