package dev.patchbay.dns;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Frames;
import java.util.List;

/// Looks up names, and the names of addresses.
final class DnsClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new Session(context);
    }

    private static final class Session implements ClientSession {

        private final ClientContext context;
        private final List<Command> commands = List.of(
                Command.of("lookup NAME...", "looks up names, or the names of addresses", arguments -> typed(arguments.text("NAME")))
                        .example("lookup bishop.lan"));

        Session(ClientContext context) {
            this.context = context;
        }

        @Override
        public void typed(String line) {
            for (String question : line.strip().split("\\s+")) {
                Frames frames = context.connection().frames();
                frames.send(question);
                context.console().print(item(question, frames.receive()));
            }
        }

        private static Item item(String question, String answer) {
            if (answer.equals(DnsService.UNKNOWN)) {
                return Item.of("unknown").with("name", question, Style.NAME).with("reason", answer, Style.BAD);
            }
            boolean reverse = Address.of(question).isPresent();
            return Item.of("answer")
                    .with("name", reverse ? answer : question, Style.NAME)
                    .with("address", reverse ? question : answer);
        }

        @Override
        public List<Command> commands() {
            return commands;
        }

        @Override
        public String textHelp() {
            return "is looked up, name by name";
        }
    }
}
