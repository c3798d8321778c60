package dev.patchbay.ok;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Chunks;
import dev.patchbay.api.wire.Connection;

/// Answers each chunk, whatever its bytes are.
final class OkService implements StreamService {

    @Override
    public void serve(Connection peer) {
        Chunks chunks = peer.chunks();
        while (chunks.hasNext()) {
            chunks.receiveBytes();
            chunks.send("OK");
        }
    }
}
