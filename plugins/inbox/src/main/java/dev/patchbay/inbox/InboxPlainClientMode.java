package dev.patchbay.inbox;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.wire.Chunks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Sends what is typed, without a line end, as the receivers of this protocol expect it.
final class InboxPlainClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new Session(context.connection().chunks());
    }

    /// A person who sends messages.
    private static final class Session implements ClientSession {

        /// Nothing but time tells two messages apart.
        private static final Duration PAUSE = Duration.ofMillis(100);

        private final Chunks chunks;
        private final List<Command> commands = List.of(
                Command.of("send TEXT...", "sends a text, also one that looks like a command", arguments -> typed(arguments.text("TEXT")))
                        .example("send exit"));
        private long freeAt = System.nanoTime();

        Session(Chunks chunks) {
            this.chunks = chunks;
        }

        @Override
        public void typed(String line) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(freeAt - System.nanoTime());
            chunks.send(line);
            freeAt = System.nanoTime() + PAUSE.toNanos();
        }

        @Override
        public List<Command> commands() {
            return commands;
        }

        @Override
        public String textHelp() {
            return "is sent, without a line end";
        }
    }
}
