package dev.patchbay.guess;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Binary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A person in the game, who sees what the answers have left of the range.
///
/// The server tells neither the range nor its format: they begin as most servers have them, and can be changed.
final class GuessSession implements ClientSession {

    private static final int MIN_DELAY_MILLIS = 1000;
    private static final int MAX_DELAY_MILLIS = 5000;

    private final ClientContext context;
    private final List<Command> commands;
    private PacketFormat format = PacketFormat.PADDED;
    private Interval range = new Interval(1, 100);
    private Interval left = range;
    private boolean ended;

    GuessSession(ClientContext context) {
        this.context = context;
        commands = List.of(
                Command.of("auto [--delay SECONDS]", "plays by itself, 1 to 5 seconds before each guess", this::auto).example("auto --delay 0"),
                Command.of("again", "leaves this round, and joins the next on a new connection", _ -> again()),
                Command.of("range LOWEST HIGHEST", "says what the secret may be", this::range).example("range 1 1000"),
                Command.of("format FORMAT", "says which format the server speaks", this::format).completing("FORMAT", PacketFormat::words));
    }

    @Override
    public void typed(String line) {
        ask(Guess.parse(line).orElseThrow(
                () -> new IllegalArgumentException("type one of < > = and a whole number of 32 bits, such as < 50, or auto")));
    }

    private Reply ask(Guess guess) {
        Binary packets = context.connection().binary(format.order());
        packets.send(format.size(), record -> format.put(guess.packet(), record));
        Reply reply = Reply.of(format.get(packets.receive(format.size())));
        Item answer = Item.of("answer").with("guess", guess.toString()).with("answer", reply.words(), reply.style());
        if (reply.goesOn()) {
            left = left.after(guess, reply == Reply.YES);
            answer = answer.with("interval", left.toString(), Style.MUTED);
        }
        context.console().print(answer);
        ended = !reply.goesOn();
        if (ended && context.console().interactive()) {
            context.console().print(Item.text("'again' joins the next round", Style.MUTED));
        }
        return reply;
    }

    private void auto(Arguments arguments) throws IOException, InterruptedException {
        if (ended) {
            again();
        }
        Reply reply;
        do {
            if (left.isEmpty()) {
                throw new IllegalArgumentException("the secret is outside of " + range + ": say what it may be with range LOWEST HIGHEST");
            }
            Thread.sleep(delay(arguments));
            reply = ask(left.next());
        } while (reply.goesOn());
    }

    private Duration delay(Arguments arguments) {
        if (!arguments.has("--delay")) {
            return Duration.ofMillis(context.random().nextInt(MIN_DELAY_MILLIS, MAX_DELAY_MILLIS + 1));
        }
        int seconds = arguments.number("--delay");
        if (seconds < 0) {
            throw new IllegalArgumentException("--delay is a number of seconds, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    private void again() throws IOException {
        context.reconnect();
        left = range;
        ended = false;
    }

    private void range(Arguments arguments) {
        Interval named = new Interval(arguments.number("LOWEST"), arguments.number("HIGHEST"));
        if (named.isEmpty()) {
            throw new IllegalArgumentException("the lowest number comes first");
        }
        range = named;
        left = named;
    }

    private void format(Arguments arguments) {
        String word = arguments.text("FORMAT");
        format = PacketFormat.called(word).orElseThrow(
                () -> new IllegalArgumentException("'" + word + "' is no format: " + String.join(", ", PacketFormat.words())));
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public String status() {
        return ended ? "over" : left.toString();
    }

    @Override
    public String textHelp() {
        return "is a guess, such as < 50 or = 42";
    }
}
