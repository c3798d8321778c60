package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A protocol with a bit of everything: sends frames, waits for the answers, asks, knows commands.
record EchoProtocol(ProtocolInfo info) implements Protocol {

    static final EchoProtocol ANNOUNCED = new EchoProtocol(ProtocolInfo.of("echo", "1.0").banner("Echo Server 1.0").port(10777));
    static final EchoProtocol SILENT = new EchoProtocol(ProtocolInfo.of("mute", "1.0").banner("Mute Server 1.0").port(10778).silent());

    @Override
    public Service open(ServiceContext context) {
        return StreamService.of(peer -> {});
    }

    @Override
    public ClientMode clientMode() {
        return context -> new Session(context, new AtomicBoolean());
    }

    private record Session(ClientContext context, AtomicBoolean sulking) implements ClientSession {

        @Override
        public void typed(String line) {
            context.connection().frames().send(line);
            context.console().print(Item.of("echo").with("from", "server", Style.NAME)
                    .with("text", context.connection().frames().receive()));
        }

        @Override
        public List<Command> commands() {
            look();
            return List.of(
                    Command.of("say TEXT...", "sends a text, also one that looks like a command",
                            arguments -> typed(arguments.text("TEXT")))
                            .example("say help"),
                    Command.of("list", "asks for the list", arguments -> typed("list")).alias("ls"),
                    Command.of("greet [WHOM]", "greets somebody", arguments ->
                                    typed("hello " + arguments.find("WHOM").orElseGet(() -> context.console().ask("Whom"))))
                            .completing("WHOM", () -> List.of("bob", "carol")),
                    Command.of("whoami", "says your name", arguments -> context.console().print(context.user())),
                    Command.of("fail", "has a bug", arguments -> {
                        throw new IllegalStateException("a bug");
                    }),
                    Command.of("redial", "connects again", arguments -> context.reconnect()),
                    Command.of("fetch", "asks for something after which the server closes", arguments -> fetch()),
                    Command.of("redial-beside", "connects again, in a task of its own", arguments -> context.background(this::redial)),
                    Command.of("assert", "has another bug", arguments -> {
                        throw new AssertionError("another bug");
                    }),
                    Command.of("sulk", "fails from now on whenever it is asked how it looks", arguments -> sulking.set(true)));
        }

        private void fetch() {
            typed("fetch");
            if (context.connection().frames().hasNext()) {
                throw new IllegalStateException("the server goes on");
            }
            context.hangUp();
        }

        private void redial() {
            try {
                context.reconnect();
            } catch (IOException e) {
                throw new ConnectionException(Reason.RESET, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public String textHelp() {
            look();
            return "comes back";
        }

        @Override
        public String status() {
            look();
            return "ready";
        }

        private void look() {
            if (sulking.get()) {
                throw new IllegalStateException("sulking");
            }
        }

        @Override
        public void close() {
            context.connection().frames().send("quit");
        }
    }
}
