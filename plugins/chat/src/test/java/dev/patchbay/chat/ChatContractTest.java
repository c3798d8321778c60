package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;
import dev.patchbay.testkit.WireSamples.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

class ChatContractTest {

    @Nested
    class Chat extends StreamProtocolContract {
        @Override
        protected WireSamples samples() {
            return room(new ChatProtocol(), peer -> {
                try (TestPeer other = server().connect()) {
                    peer.send("alice\n");
                    other.send("bob\n");
                    Meeting.of(peer, other);
                }
            });
        }
    }

    @Nested
    class ChatOpen extends StreamProtocolContract {
        @Override
        protected WireSamples samples() {
            return room(new ChatOpenProtocol(), peer -> {
                try (TestPeer other = server().connect()) {
                    Meeting.of(peer, other);
                }
            });
        }
    }

    /// What arrives at once is a message, so there is none that is too large, but several.
    private static WireSamples room(Protocol protocol, Script meeting) {
        return WireSamples.of(protocol)
                .withoutBorders()
                .conversation(meeting)
                .request("x".repeat(100) + "\n")
                // The others hear all of it.
                .flood(100_000)
                .largest(peer -> peer.send("x".repeat(8192)))
                .tooLarge(peer -> peer.send("x".repeat(8193)));
    }

    @Nested
    class ChatHistory extends StreamProtocolContract {
        @Override
        protected WireSamples samples() {
            return transcript(new ChatHistoryProtocol(), this::server).request(TestPeer.frame("x".repeat(1000)) + "0007history");
        }
    }

    @Nested
    class ChatPosts extends StreamProtocolContract {
        @Override
        protected WireSamples samples() {
            return transcript(new ChatPostsProtocol(_ -> "pc.lan"), this::server).request(TestPeer.frame("x".repeat(1000))).flood(500_000);
        }
    }

    private static WireSamples transcript(Protocol protocol, Supplier<ProtocolServer> server) {
        return WireSamples.framed(protocol)
                .conversation(peer -> say("hello", peer, server.get()))
                .largest(peer -> say("x".repeat(9999), peer, server.get()));
    }

    private static void say(String text, TestPeer peer, ProtocolServer server) {
        peer.sendFrame(text);
        peer.closeOutput();
        entries(peer);
        peer.expectClosed();
        try (TestPeer next = server.connect()) {
            // A post has its time and sender before it, and is cut if that makes it too long.
            String kept = text.substring(0, Math.min(text.length(), 9900));
            assertThat(entries(next)).anySatisfy(entry -> assertThat(entry).contains(kept));
        }
    }

    private static List<String> entries(TestPeer peer) {
        int count = Integer.parseInt(peer.receiveFrame());
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(peer.receiveFrame());
        }
        return entries;
    }
}
