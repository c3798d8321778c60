package dev.patchbay.chat;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import java.util.List;

/// Says what is typed, and shows what others say as it comes.
final class ChatOpenClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        RemoteRoom room = new RemoteRoom(context);
        context.background(() -> room.listen(text -> context.console().print(Item.of("message").with("text", text))));
        return new Session(room);
    }

    /// A person in the chat.
    private static final class Session implements ClientSession {

        private final RemoteRoom room;
        private final List<Command> commands = List.of(
                Command.of("say TEXT...", "says a text, also one that looks like a command", arguments -> typed(arguments.text("TEXT")))
                        .example("say help is on its way"));

        Session(RemoteRoom room) {
            this.room = room;
        }

        @Override
        public void typed(String line) throws InterruptedException {
            if (line.equals(ChatOpenService.EXIT)) {
                throw new IllegalArgumentException("'exit' would end the connection, and other clients that are told it: add a word to it");
            }
            room.say(line);
        }

        @Override
        public List<Command> commands() {
            return commands;
        }

        @Override
        public String textHelp() {
            return "is said to everybody, without a name";
        }
    }
}
