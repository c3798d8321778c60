package dev.patchbay.bbs;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;

/// Serves one version. The board and the mailboxes are journals of the plugin, so all versions and all listeners share them.
final class BbsService implements StreamService {

    private final BbsVersion version;
    private final ServiceContext context;
    private final Journal board;

    BbsService(BbsVersion version, ServiceContext context) {
        this.version = version;
        this.context = context;
        board = context.journal("board");
    }

    @Override
    public void serve(Connection peer) {
        Frames frames = peer.frames();
        String user = version.hasUsers() ? frames.receive() : "";
        while (frames.hasNext()) {
            String message = frames.receive();
            switch (version.meaning(message)) {
                case POST -> board.append(peer.peerAddress() + " " + message);
                case LIST -> send(board, frames);
                case DIRECT -> mailbox(frames.receive()).append(frames.receive());
                case LIST_DIRECT -> send(mailbox(user), frames);
                case QUIT -> {
                    return;
                }
            }
        }
    }

    private Journal mailbox(String user) {
        return context.journal(Mailbox.journalName(user));
    }

    /// The count is a promise to the client, so it and the entries come from one snapshot.
    private static void send(Journal journal, Frames frames) {
        try (Snapshot entries = journal.snapshot()) {
            frames.send(Long.toString(entries.count()));
            for (Entry entry : entries) {
                frames.send(Frames.cut(entry.text()));
            }
        }
    }
}
