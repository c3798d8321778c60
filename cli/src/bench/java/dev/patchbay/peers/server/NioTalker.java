package dev.patchbay.peers.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
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
        if (head == null) {
            head = ("[" + StandardCharsets.UTF_8.decode(in).toString().strip() + "] ").getBytes(StandardCharsets.UTF_8);
            room.add(this);
            return;
        }
        while (in.hasRemaining()) {
            OUT.clear().put(head);
            byte last = 0;
            while (in.hasRemaining() && last != '\n') {
                last = in.get();
                OUT.put(last);
            }
            OUT.flip();
            relay();
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
