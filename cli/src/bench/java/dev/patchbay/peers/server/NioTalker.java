package dev.patchbay.peers.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A connection of chat.
final class NioTalker extends NioConnection {

    private static final ByteBuffer OUT = ByteBuffer.allocateDirect(65_536 + 300);

    private final Set<NioTalker> room;
    private byte @Nullable [] head;

    NioTalker(SocketChannel channel, SelectionKey key, Set<NioTalker> room) {
        super(channel, key);
        this.room = room;
    }

    @Override
    void begin(ByteBuffer in) {}

    @Override
    void received(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (head == null) {
                head = Lines.head(in);
                room.add(this);
            } else {
                Lines.next(in, OUT.clear().put(head));
                OUT.flip();
                relay();
            }
        }
    }

    private void relay() {
        for (NioTalker other : room) {
            if (other != this) {
                other.hear(OUT.rewind());
            }
        }
    }

    // It stays in the room until its own turn: the room is being walked through.
    private void hear(ByteBuffer text) {
        try {
            say(text);
        } catch (IOException e) {
            super.close();
        }
    }

    @Override
    void close() {
        room.remove(this);
        super.close();
    }
}
