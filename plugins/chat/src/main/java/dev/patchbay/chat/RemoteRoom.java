package dev.patchbay.chat;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.wire.Chunks;
import dev.patchbay.api.wire.Message;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The client's side of a chat without framing. One thread listens while another one speaks.
final class RemoteRoom {

    /// Without framing a server takes what it reads first for the name, all of it.
    static final Duration SILENCE_AFTER_NAME = Duration.ofMillis(100);

    private final ClientContext context;
    private long silentUntil = System.nanoTime();

    RemoteRoom(ClientContext context) {
        this.context = context;
    }

    /// Says the name, which must be the first thing said, and goes alone. To be called before anybody listens.
    void introduce(String name) {
        context.connection().chunks().send(name);
        silentUntil = System.nanoTime() + SILENCE_AFTER_NAME.toNanos();
    }

    /// Says a line, past the listening thread.
    void say(String text) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(silentUntil - System.nanoTime());
        context.publish(Message.text(text + "\n"));
    }

    /// Tells what others say, line by line, to the end of the connection.
    void listen(Consumer<String> heard) {
        Chunks chunks = context.connection().chunks();
        while (chunks.hasNext()) {
            Utterance.in(chunks.receive()).stream()
                    .map(Utterance::text)
                    .filter(text -> !text.isBlank())
                    .forEach(heard);
        }
    }
}
