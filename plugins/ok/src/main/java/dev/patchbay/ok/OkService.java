package dev.patchbay.ok;

import dev.patchbay.api.InlineService;
import dev.patchbay.api.wire.Connection;

/// Answers each chunk, whatever its bytes are.
final class OkService implements InlineService {

    @Override
    public boolean isWhole(Connection peer) {
        return peer.unread() > 0;
    }

    @Override
    public void answer(Connection peer) {
        peer.chunks().receiveBytes();
        peer.chunks().send("OK");
    }
}
