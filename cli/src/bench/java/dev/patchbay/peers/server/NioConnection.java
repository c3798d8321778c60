package dev.patchbay.peers.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// Reads once for an event, writes at once, and keeps what the socket does not take.
abstract class NioConnection implements NioPeer {

    /// The loop's, for whoever has its turn.
    static final ByteBuffer IN = ByteBuffer.allocateDirect(65_536).order(ByteOrder.LITTLE_ENDIAN);

    private static final int BACKLOG = 1 << 20;

    private final SocketChannel channel;
    private final SelectionKey key;
    private @Nullable ByteBuffer pending;

    NioConnection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    @Override
    public final void ready() {
        try {
            if (pending == null || drained()) {
                begin(IN.clear());
                if (channel.read(IN) < 0) {
                    close();
                } else {
                    received(IN.flip());
                }
            }
        } catch (IOException | ArithmeticException e) {
            close();
        }
    }

    /// Puts back what was left of the read before.
    abstract void begin(ByteBuffer in);

    abstract void received(ByteBuffer in) throws IOException;

    final void say(ByteBuffer bytes) throws IOException {
        if (pending == null) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            keep(bytes);
        }
    }

    private void keep(ByteBuffer bytes) throws IOException {
        ByteBuffer backlog = pending;
        if (backlog == null) {
            backlog = ByteBuffer.allocate(BACKLOG);
            pending = backlog;
            key.interestOps(SelectionKey.OP_WRITE);
        }
        if (bytes.remaining() > backlog.remaining()) {
            throw new IOException("who does not read is sent away");
        }
        backlog.put(bytes);
    }

    private boolean drained() throws IOException {
        ByteBuffer backlog = pending;
        if (backlog == null) {
            return true;
        }
        channel.write(backlog.flip());
        if (backlog.hasRemaining()) {
            backlog.compact();
            return false;
        }
        pending = null;
        key.interestOps(SelectionKey.OP_READ);
        return true;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            key.cancel();
        }
    }
}
