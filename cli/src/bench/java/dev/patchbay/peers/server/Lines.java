package dev.patchbay.peers.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// What was said, line by line.
final class Lines {

    private Lines() {}

    /// {@return what precedes whatever one says, made from his name: the next line}
    static byte[] head(ByteBuffer from) {
        ByteBuffer name = ByteBuffer.allocate(from.remaining());
        next(from, name);
        return ("[" + UTF_8.decode(name.flip()).toString().strip() + "] ").getBytes(UTF_8);
    }

    /// Moves what there is up to the next line feed, or to the end.
    static void next(ByteBuffer from, ByteBuffer to) {
        byte last = 0;
        while (from.hasRemaining() && last != '\n') {
            last = from.get();
            to.put(last);
        }
    }
}
