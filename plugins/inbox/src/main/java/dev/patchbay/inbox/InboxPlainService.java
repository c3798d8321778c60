package dev.patchbay.inbox;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Chunks;
import dev.patchbay.api.wire.Connection;

/// Takes what arrives, line by line where it has lines, and says nothing.
record InboxPlainService(Inbox inbox) implements StreamService {

    private static final String EXIT = "exit";

    @Override
    public void serve(Connection peer) {
        Chunks chunks = peer.chunks();
        while (chunks.hasNext()) {
            for (String line : chunks.receive().lines().toList()) {
                if (line.equals(EXIT)) {
                    return;
                }
                Pieces.of(line).forEach(piece -> inbox.take(peer, piece));
            }
        }
    }
}
