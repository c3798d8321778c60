package dev.patchbay.chat;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;

/// Passes on what each client says to all others, as it is. All listeners of the plugin are one room.
final class ChatOpenService implements StreamService {

    /// Ends the connection of who says it. Clients leave when they are told it, so it is never passed on.
    static final String EXIT = "exit";

    private final Topic room;

    ChatOpenService(ServiceContext context) {
        room = context.topic("chat-open");
    }

    @Override
    public void serve(Connection peer) {
        try (Subscription _ = room.subscribe(peer)) {
            while (peer.chunks().hasNext()) {
                for (Utterance said : Utterance.in(peer.chunks().receive())) {
                    if (said.text().equals(EXIT)) {
                        return;
                    }
                    room.publish(Message.text(said.text() + said.end()), peer);
                }
            }
        }
    }
}
