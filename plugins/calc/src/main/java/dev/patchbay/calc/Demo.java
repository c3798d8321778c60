package dev.patchbay.calc;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.time.Duration;
import java.util.List;

/// The demonstration run of the course's client: five requests, a pause before each, and each after the answer to the one before.
final class Demo {

    private static final List<String> REQUESTS = List.of("17 + 25", "17 - 25", "17 * 25", "17 / 25", "17 % 25");
    private static final int DELAY_SECONDS = 2;

    private final ClientSession session;
    private final Console console;

    private Demo(ClientSession session, Console console) {
        this.session = session;
        this.console = console;
    }

    /// {@return the command that types the requests into a session}
    static Command command(ClientSession session, Console console) {
        return Command.of("demo [--delay SECONDS]", "sends five requests, 2 seconds apart", new Demo(session, console)::run)
                .example("demo --delay 0");
    }

    private void run(Arguments arguments) throws Exception {
        int seconds = arguments.has("--delay") ? arguments.number("--delay") : DELAY_SECONDS;
        if (seconds < 0) {
            throw new IllegalArgumentException("--delay is a number of seconds, not " + seconds);
        }
        for (String request : REQUESTS) {
            Thread.sleep(Duration.ofSeconds(seconds));
            if (console.interactive()) {
                console.print(Item.text(request, Style.MUTED));
            }
            session.typed(request);
        }
    }
}
