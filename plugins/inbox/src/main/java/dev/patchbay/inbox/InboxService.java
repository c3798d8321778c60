package dev.patchbay.inbox;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;

/// Takes every message, and says nothing.
record InboxService(Inbox inbox) implements StreamService {

    @Override
    public void serve(Connection peer) {
        Frames frames = peer.frames();
        while (frames.hasNext()) {
            inbox.take(peer, frames.receive());
        }
    }
}
