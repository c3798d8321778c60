package dev.patchbay.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.TestPeer;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Makes sure that peers hear each other: in a chat nobody is told when he is in.
final class Meeting {

    private static final String END = "all here";

    private Meeting() {}

    /// Returns when all peers hear all others, and have read what was said by them so far.
    static void of(TestPeer... peers) {
        for (int i = 0; i < peers.length; i++) {
            knock(peers[i], peers[(i + 1) % peers.length]);
        }
        for (TestPeer peer : peers) {
            peer.send(END + "\n");
        }
        for (TestPeer peer : peers) {
            for (int others = peers.length - 1; others > 0; others--) {
                skipTo(END, peer);
            }
        }
    }

    /// Says something until the listener has heard it.
    private static void knock(TestPeer speaker, TestPeer listener) {
        CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> line(listener), task -> Thread.ofVirtual().start(task));
        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            speaker.send("knock\n");
            return heard.isDone();
        });
    }

    /// Reads up to a line that ends like this.
    static void skipTo(String end, TestPeer peer) {
        while (!line(peer).endsWith(end)) {
            // What is not waited for.
        }
    }

    /// {@return the next line, without its end}
    static String line(TestPeer peer) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = peer.receiveBytes(1)[0];
        while (next != '\n') {
            line.write(next);
            next = peer.receiveBytes(1)[0];
        }
        return line.toString(UTF_8);
    }
}
