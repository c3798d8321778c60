package dev.patchbay.calc;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.wire.Frames;
import java.util.List;

/// Has expressions calculated.
final class CalcClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new Session(context);
    }

    private static final class Session implements ClientSession {

        private final ClientContext context;
        private final List<Command> commands;

        Session(ClientContext context) {
            this.context = context;
            commands = List.of(Demo.command(this, context.console()));
        }

        @Override
        public void typed(String line) {
            Frames frames = context.connection().frames();
            frames.send(line);
            Answer.print(frames.receive(), context.console());
        }

        @Override
        public List<Command> commands() {
            return commands;
        }

        @Override
        public String textHelp() {
            return "is calculated, such as 2 * (3 + 4.5)";
        }
    }
}
