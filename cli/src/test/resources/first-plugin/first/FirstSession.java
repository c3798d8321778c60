package first;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Progress;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Message;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks for everything that a [FirstService] answers.
final class FirstSession implements ClientSession {

    private final ClientContext context;
    private final Console console;

    FirstSession(ClientContext context) {
        this.context = context;
        console = context.console();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("wire", "tries every codec", this::wire).alias("codecs").example("wire"),
                Command.of("request [--loud] [--times N] WORD [MORE...]", "sends a request", this::request).completing("WORD", () -> List.of("options")),
                Command.of("person", "asks who sits here", this::person),
                Command.of("again", "connects anew", this::again),
                Command.of("lose [REASON]", "has the connection closed", this::lose));
    }

    @Override
    public void typed(String line) {
        console.print(ask(line));
    }

    @Override
    public String status() {
        return "first";
    }

    @Override
    public String textHelp() {
        return "is a request";
    }

    @Override
    public void close() {
        context.connection().frames().send("goodbye");
    }

    private String ask(String request) {
        context.connection().frames().send(request);
        return context.connection().frames().receive();
    }

    private void request(Arguments arguments) {
        Optional<String> more = arguments.find("MORE");
        int times = arguments.has("--times") ? arguments.number("--times") : 1;
        for (int i = 0; i < times; i++) {
            String answer = ask(arguments.text("WORD") + more.map(text -> " " + text).orElse(""));
            Item item = Item.of("answer").with("text", answer, arguments.has("--loud") ? Style.STRONG : Style.PLAIN);
            console.print(item.with("number", i).with("last", i == times - 1).with("kind", item.type()).enclosed("(", ")"));
        }
    }

    private void wire(Arguments arguments) throws Exception {
        Connection server = context.connection();
        server.frames().send("lines");
        server.lines().send("a line");
        console.print(server.lines().receive());
        server.frames().send("chunks");
        server.chunks().send("a chunk");
        server.chunks().receive();
        server.chunks().send("bytes");
        console.print(server.chunks().receive());
        server.frames().send("binary");
        Binary binary = server.binary(ByteOrder.LITTLE_ENDIAN);
        binary.send(10, record -> record.putShort((short) 8).putInt(20).putInt(22));
        console.print("sum " + binary.receive(4).getInt());
        console.print(content(server));
        console.print(ask("topic") + ", " + server.frames().receive());
    }

    private String content(Connection server) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        server.frames().send("content");
        server.chunks().send("sixsix");
        try (Progress progress = console.progress("content", 6)) {
            server.content().receive(6, Channels.newChannel(bytes));
            progress.at(6);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void person(Arguments arguments) {
        String answer = console.ask("Colour");
        String other = console.ask("Other colour", "green");
        boolean there = context.clock().millis() > 0 && context.random().nextInt(5) < 5;
        console.print(Item.text(context.user() + " " + answer + " " + other + " " + there, Style.NAME));
    }

    private void again(Arguments arguments) throws Exception {
        context.hangUp();
        context.reconnect();
        context.publish(Message.frame("published"));
        CountDownLatch heard = new CountDownLatch(1);
        context.background(() -> {
            console.print("heard " + context.connection().frames().receive());
            heard.countDown();
        });
        heard.await(10, TimeUnit.SECONDS);
    }

    private void lose(Arguments arguments) {
        try {
            console.print(ask(arguments.find("REASON").orElse("close")));
        } catch (ConnectionException e) {
            console.print("lost: " + e.reason());
        }
    }
}
