package dev.patchbay.peers;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One who sits in a chat and reads.
final class Receiver implements AutoCloseable {

    private final SocketChannel channel;
    private int got;
    private boolean present;

    Receiver(InetSocketAddress address, String name, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.write(ByteBuffer.wrap((name + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /// {@return whether it has read anything}
    boolean present() {
        return present;
    }

    /// Reads whatever there is.
    void skip(ByteBuffer buffer) throws IOException {
        while (read(buffer.clear()) > 0) {
            present = true;
        }
    }

    /// Reads, and compares what came with what was to come.
    ///
    /// @return whether it has the message now
    boolean hear(ByteBuffer buffer, ByteBuffer message) throws IOException {
        read(buffer.clear());
        buffer.flip();
        if (got + buffer.limit() > message.limit() || !message.slice(got, buffer.limit()).equals(buffer)) {
            throw new IOException("a receiver was told something else");
        }
        got += buffer.limit();
        if (got < message.limit()) {
            return false;
        }
        got = 0;
        return true;
    }

    private int read(ByteBuffer buffer) throws IOException {
        int read = channel.read(buffer);
        if (read < 0) {
            throw new EOFException("the server has closed a connection");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
