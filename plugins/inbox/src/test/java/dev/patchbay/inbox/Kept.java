package dev.patchbay.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.util.ArrayList;
import java.util.List;

/// Sends what the inbox has kept, which the protocols themselves do not tell.
record Kept() implements Protocol {

    @Override
    public ProtocolInfo info() {
        return ProtocolInfo.of("kept", "1.0").silent();
    }

    @Override
    public Service open(ServiceContext context) {
        Inbox inbox = Inbox.of(context);
        return StreamService.of(peer -> {
            try (Snapshot entries = inbox.journal().snapshot()) {
                peer.frames().send(Long.toString(entries.count()));
                for (Entry entry : entries) {
                    peer.frames().send(shown(entry.text()));
                }
            }
        });
    }

    /// {@return the text, or its size if it does not fit into a frame}
    private static String shown(String text) {
        int size = text.getBytes(UTF_8).length;
        return size <= Frames.MAX_SIZE ? text : "a text of " + size + " bytes";
    }

    /// {@return what a server has kept by now}
    static List<String> by(ProtocolServer server) {
        try (TestPeer peer = server.connect("kept")) {
            int count = Integer.parseInt(peer.receiveFrame());
            List<String> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(peer.receiveFrame());
            }
            return entries;
        }
    }
}
