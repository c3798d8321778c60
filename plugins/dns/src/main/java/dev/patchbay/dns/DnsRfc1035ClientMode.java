package dev.patchbay.dns;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.Type;

/// Asks questions of the DNS, over a connection.
final class DnsRfc1035ClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new Session(new Questions(context));
    }

    private static final class Session implements ClientSession {

        private final Questions questions;
        private final List<Command> commands = List.of(Command.of("ask NAME [TYPE]", "asks for the records of a name", this::ask)
                .example("ask bishop.lan AAAA")
                .example("ask _bbs._tcp.lan")
                .completing("TYPE", () -> List.of("A", "AAAA", "ANY", "PTR", "SRV")));

        Session(Questions questions) {
            this.questions = questions;
        }

        @Override
        public void typed(String line) throws Exception {
            for (String name : line.strip().split("\\s+")) {
                questions.ask(name, usualType(name));
            }
        }

        private void ask(Arguments arguments) throws Exception {
            String name = arguments.text("NAME");
            questions.ask(name, arguments.find("TYPE").map(Session::type).orElse(usualType(name)));
        }

        private static int usualType(String name) {
            return name.startsWith("_") ? Type.SRV : Address.of(name).isPresent() ? Type.PTR : Type.A;
        }

        private static int type(String text) {
            int type = Type.value(text.toUpperCase(Locale.ROOT));
            if (type < 0) {
                throw new IllegalArgumentException("'" + text + "' is no type of records: try A, AAAA, PTR, SRV or ANY");
            }
            return type;
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
