package dev.patchbay.inbox;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.util.List;

/// Sends what is typed, each message on a connection of its own: the original server reads one, and serves one client at a time.
final class InboxClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new Session(context);
    }

    /// A person who sends messages.
    private static final class Session implements ClientSession {

        private final ClientContext context;
        private final List<Command> commands = List.of(
                Command.of("send TEXT...", "sends a text, also one that looks like a command", arguments -> typed(arguments.text("TEXT")))
                        .example("send help is on its way"));
        private boolean connected = true;

        Session(ClientContext context) {
            this.context = context;
        }

        @Override
        public void typed(String line) {
            // Encoded first: nobody is called for a text that is too long.
            Message message = Message.frame(line);
            if (!connected) {
                connect();
            }
            context.connection().frames().send(message);
            connected = false;
            context.hangUp();
            Console console = context.console();
            if (console.interactive()) {
                console.print(Item.text("sent", Style.MUTED));
            }
        }

        private void connect() {
            try {
                Connection _ = context.reconnect();
                connected = true;
            } catch (IOException e) {
                throw new ConnectionException(Reason.RESET, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public List<Command> commands() {
            return commands;
        }

        @Override
        public String textHelp() {
            return "is sent, as a message";
        }

        /// The original server ends when a client leaves without a message.
        @Override
        public void close() {
            if (connected) {
                context.connection().publish(Message.frame(""));
            }
        }
    }
}
