package dev.patchbay.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Consumer;

/// What one says to all others in a chat: numbered messages of 64 bytes as they arrive, one at a time.
final class Speech {

    private static final String NAME = "speaker";
    private static final int SIZE = 64;

    private final SocketChannel speaker;
    private final Selector selector;
    private final int receivers;
    private final Latencies latencies = new Latencies();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
    private final ByteBuffer message = ByteBuffer.allocateDirect(SIZE);
    private int number;
    private int heard;

    Speech(SocketChannel speaker, Selector selector, int receivers) throws IOException {
        this.speaker = speaker;
        this.selector = selector;
        this.receivers = receivers;
        speaker.write(ByteBuffer.wrap((NAME + "\n").getBytes(US_ASCII)));
    }

    /// {@return how long each message took to the last of its receivers}
    Latencies latencies() {
        return latencies;
    }

    /// Returns when everybody is in the room, and all have read what there is: nothing in this wire tells who is there.
    void gather(List<Receiver> crowd) throws IOException {
        for (int i = 0; i < 100 && !crowd.stream().allMatch(Receiver::present); i++) {
            compose();
            quieten();
        }
        if (!crowd.stream().allMatch(Receiver::present)) {
            throw new IOException("not all who came hear what is said");
        }
    }

    private void quieten() throws IOException {
        while (select(key -> receiver(key).skip(buffer), 200) > 0) {
            // Until there is silence.
        }
    }

    /// Says the next thing, and returns when all have heard it.
    void say() throws IOException {
        compose();
        long start = System.nanoTime();
        heard = 0;
        while (heard < receivers) {
            if (select(this::hear, 5000) == 0) {
                throw new IOException("a message is missing for 5 seconds");
            }
        }
        latencies.add(System.nanoTime() - start);
    }

    private void hear(SelectionKey key) throws IOException {
        if (receiver(key).hear(buffer, message)) {
            heard++;
        }
    }

    private void compose() throws IOException {
        String text = String.format("[%s] %08d", NAME, number++);
        message.clear().put((text + ".".repeat(SIZE - text.length() - 1) + "\n").getBytes(US_ASCII));
        message.flip();
        ByteBuffer said = message.duplicate().position(NAME.length() + 3);
        while (said.hasRemaining()) {
            speaker.write(said);
        }
    }

    private int select(Reading reading, int millis) throws IOException {
        Consumer<SelectionKey> each = key -> {
            try {
                reading.read(key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try {
            return selector.select(each, millis);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Receiver receiver(SelectionKey key) {
        return (Receiver) key.attachment();
    }

    private interface Reading {
        void read(SelectionKey key) throws IOException;
    }
}
