package dev.patchbay.gateway.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Wait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTransportTest {

    @Test
    void readsMessagesWhereverTheSystemSplitsThem() throws Exception {
        String conversation = "0005hello00000009Grüße €" + "0001x";
        byte[] bytes = conversation.replace("0009Grüße €", "0011Grüße €").getBytes(UTF_8);

        for (int split = 1; split < bytes.length; split++) {
            try (Pair pair = Pair.open()) {
                Frames frames = new Connection(pair.transport).frames();
                int first = split;
                CompletableFuture<String> received = CompletableFuture.supplyAsync(
                        () -> frames.receive() + "|" + frames.receive() + "|" + frames.receive() + "|" + frames.receive());

                pair.peer.getOutputStream().write(bytes, 0, first);
                pair.peer.getOutputStream().write(bytes, first, bytes.length - first);

                assertThat(received.get()).as("split at %d", split).isEqualTo("hello||Grüße €|x");
            }
        }
    }

    @Test
    void handsOnWhatHasArrivedAndWaitsForTheRest() throws Exception {
        try (Pair pair = Pair.open()) {
            pair.peerSends("ab");
            assertThat(pair.transport.fill(2, Wait.NEXT_MESSAGE)).isEqualTo(2);

            pair.peerSends("c");
            assertThat(pair.transport.fill(3, Wait.REST_OF_MESSAGE)).isEqualTo(3);
            pair.peer.shutdownOutput();

            assertThat(pair.transport.fill(4, Wait.REST_OF_MESSAGE)).isEqualTo(3);
            assertThat(UTF_8.decode(pair.transport.input()).toString()).isEqualTo("abc");
        }
    }

    @Test
    void keepsRepliesUntilTheHandlerIsAboutToWait() throws Exception {
        try (Pair pair = Pair.open()) {
            Frames frames = new Connection(pair.transport).frames();
            pair.peerSends("0001a0001b");
            pair.transport.fill(10, Wait.NEXT_MESSAGE);

            frames.send(frames.receive());
            frames.send(frames.receive());

            assertThat(pair.transport.bytesOut()).isZero();
            CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(frames::hasNext);
            assertThat(pair.peerReceives(10)).isEqualTo("0001a0001b");
            pair.peer.shutdownOutput();
            assertThat(more.get()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2043, 2044, 2045, 9999})
    void sendsMessagesOfAnySizeWholeToAPeerThatReadsSlowly(int size) throws Exception {
        try (Pair pair = Pair.open()) {
            Frames frames = new Connection(pair.transport).frames();
            String text = "x".repeat(size);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 20; i++) {
                    frames.send(text);
                }
                pair.transport.finish();
            });

            StringBuilder received = new StringBuilder();
            for (int next = pair.peer.getInputStream().read(); next >= 0; next = pair.peer.getInputStream().read()) {
                received.append((char) next);
            }

            // Who has taken everything need not be waited for.
            pair.peer.close();
            sent.get();
            assertThat(received.toString()).isEqualTo(String.format("%04d%s", size, text).repeat(20));
        }
    }

    @Test
    void sendsPartOfAFileBetweenMessages(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "0123456789".repeat(100_000));
        try (Pair pair = Pair.open();
                FileChannel channel = FileChannel.open(file)) {
            Connection connection = new Connection(pair.transport);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                connection.frames().send("before");
                connection.content().send(channel, 5, 900_000);
                connection.frames().send("after");
                pair.transport.finish();
            });

            String received = pair.peerReceivesAll();

            pair.peer.close();
            sent.get();
            assertThat(received).hasSize(10 + 900_000 + 9).startsWith("0006before56789").endsWith("2340005after");
        }
    }

    @Test
    void saysThatAFileIsShorterThanPromised(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "short");
        try (Pair pair = Pair.open();
                FileChannel channel = FileChannel.open(file)) {
            assertThatThrownBy(() -> pair.transport.send(channel, 0, 10))
                    .isInstanceOfSatisfying(ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED_HERE))
                    .hasMessage("the file is shorter than what was promised");
        }
    }

    @Test
    void sendsTheLastReplyEvenIfThePeerGoesOnSending() throws Exception {
        try (Pair pair = Pair.open()) {
            Connection connection = new Connection(pair.transport);
            pair.peerSends("0004quit" + "more that nobody will read");
            assertThat(connection.frames().receive()).isEqualTo("quit");
            connection.frames().send("bye");

            CompletableFuture<Void> finished = CompletableFuture.runAsync(pair.transport::finish);

            assertThat(pair.peerReceivesAll()).isEqualTo("0003bye");
            pair.peer.close();
            finished.get();
        }
    }
}
