package dev.patchbay.chat;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.concurrent.Future;

/// Tells each client all posts there are, and keeps what it says as further ones.
final class ChatPostsService implements StreamService {

    private final Transcript posts;
    private final SenderNames names;
    private final Clock clock;

    ChatPostsService(ServiceContext context, SenderNames names) {
        posts = new Transcript(context.journal("posts"));
        this.names = names;
        clock = context.clock();
    }

    @Override
    public void serve(Connection peer) throws Exception {
        // Asked for now, so that it is known by the time somebody has typed something.
        Future<String> sender = names.of(peer.peer().getAddress());
        Frames frames = peer.frames();
        posts.sendTo(frames);
        while (frames.hasNext()) {
            String text = frames.receive();
            if (!text.isEmpty()) {
                posts.add("[" + PostTime.text(LocalDateTime.now(clock)) + " " + sender.get() + "] " + text);
            }
        }
    }

    @Override
    public void close() {
        names.close();
    }
}
