package dev.patchbay.chat;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;

/// Tells each client what was said before, and again when it asks; whatever else it says is kept.
final class ChatHistoryService implements StreamService {

    static final String HISTORY = "history";

    private final Transcript history;

    ChatHistoryService(ServiceContext context) {
        history = new Transcript(context.journal("history"));
    }

    @Override
    public void serve(Connection peer) {
        Frames frames = peer.frames();
        history.sendTo(frames);
        while (frames.hasNext()) {
            String message = frames.receive();
            if (message.equals(HISTORY)) {
                history.sendTo(frames);
            } else {
                history.add(message);
            }
        }
    }
}
