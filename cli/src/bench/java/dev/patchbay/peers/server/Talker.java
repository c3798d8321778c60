package dev.patchbay.peers.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// A connection of chat, in blocking code: who speaks writes to all others himself, and waits for one who does not read.
final class Talker {

    private final SocketChannel channel;
    private final Set<Talker> room;
    private final ReentrantLock writing = new ReentrantLock();

    Talker(SocketChannel channel, Set<Talker> room) {
        this.channel = channel;
        this.room = room;
    }

    void serve() throws IOException {
        ByteBuffer in = ByteBuffer.allocateDirect(8192);
        if (channel.read(in) < 0) {
            return;
        }
        byte[] head = Lines.head(in.flip());
        ByteBuffer out = ByteBuffer.allocateDirect(8192 + head.length);
        room.add(this);
        try {
            do {
                while (in.hasRemaining()) {
                    Lines.next(in, out.clear().put(head));
                    relay(out.flip());
                }
            } while (more(in));
        } finally {
            room.remove(this);
        }
    }

    private boolean more(ByteBuffer in) throws IOException {
        int read = channel.read(in.clear());
        in.flip();
        return read >= 0;
    }

    private void relay(ByteBuffer message) {
        for (Talker other : room) {
            if (other != this) {
                other.hear(message.rewind());
            }
        }
    }

    private void hear(ByteBuffer message) {
        writing.lock();
        try {
            channel.write(message);
        } catch (IOException e) {
            room.remove(this);
        } finally {
            writing.unlock();
        }
    }
}
