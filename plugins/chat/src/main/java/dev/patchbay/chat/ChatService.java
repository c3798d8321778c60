package dev.patchbay.chat;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import java.util.List;

/// Passes on what each client says to all others, with its name. All listeners of the plugin are one room.
final class ChatService implements StreamService {

    private final Topic room;
    private final boolean announcing;

    ChatService(ServiceContext context) {
        room = context.topic("chat");
        announcing = context.option(ChatProtocol.ANNOUNCE_MEMBERS);
    }

    @Override
    public void serve(Connection peer) {
        try (Subscription _ = room.subscribe(peer)) {
            if (!peer.chunks().hasNext()) {
                return;
            }
            List<Utterance> first = Utterance.in(peer.chunks().receive());
            Member member = new Member(room, peer, first.getFirst());
            announce(member, "joined");
            try {
                first.stream().skip(1).forEach(member::say);
                while (peer.chunks().hasNext()) {
                    Utterance.in(peer.chunks().receive()).forEach(member::say);
                }
            } finally {
                announce(member, "left");
            }
        }
    }

    private void announce(Member member, String what) {
        if (announcing) {
            member.announce(what);
        }
    }

    /// A client that has said its name.
    private static final class Member {

        /// In characters. A name goes out with every message, so a long one would be a way to make others read much.
        private static final int LONGEST_NAME = 255;

        private final Topic room;
        private final Connection peer;
        private final String name;
        private final String end;

        Member(Topic room, Connection peer, Utterance introduction) {
            this.room = room;
            this.peer = peer;
            String given = introduction.text().strip();
            name = given.isEmpty() ? peer.peerAddress() : shortened(given);
            end = introduction.end();
        }

        private static String shortened(String name) {
            return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        }

        void say(Utterance said) {
            publish("[" + name + "] " + said.text() + said.end());
        }

        /// Ends as the name did, which is how this member's messages end too, as far as one knows.
        void announce(String what) {
            publish("* " + name + " " + what + end);
        }

        private void publish(String text) {
            room.publish(Message.text(text), peer);
        }
    }
}
