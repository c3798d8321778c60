package dev.patchbay.chat;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;

/// Says the user's name and then what is typed, and shows what others say as it comes.
final class ChatClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        String name = context.user().strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a chat needs a name to speak under: open chat://NAME@HOST:PORT");
        }
        RemoteRoom room = new RemoteRoom(context);
        room.introduce(name);
        ChatSession session = new ChatSession(context.console(), room::say, name);
        context.background(() -> room.listen(session::heard));
        return session;
    }
}
