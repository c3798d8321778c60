package dev.patchbay.testkit;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/// A user at a REPL whose server says given bytes, over a [CannedTransport]: for millions of generated servers. For one thread; what a
/// session would do in the background is done when it is asked for.
///
/// ```java
/// CannedClient.talk(new EchoClientMode(), bytes, "hello", "/list");
/// ```
public final class CannedClient implements ClientContext {

    private final FakeConsole console = new FakeConsole(true);
    private final byte[] given;
    private Connection connection;

    private CannedClient(byte[] given) {
        this.given = given.clone();
        connection = connected();
    }

    /// Opens a session, types lines, and leaves. Whatever the server says may end the conversation, by a [ConnectionException], or make the
    /// user's request impossible, by an [IllegalArgumentException] or a [CancellationException]; any other exception is a fault of
    /// the mode, and is thrown.
    ///
    /// @param given what the server says, after the banner, on each connection
    /// @param typed lines; one that begins with a slash is a command
    /// @return what was printed
    public static List<String> talk(ClientMode mode, byte[] given, String... typed) throws Exception {
        CannedClient client = new CannedClient(given);
        try (ClientSession session = mode.open(client)) {
            for (String line : typed) {
                client.type(session, line);
            }
        } catch (ConnectionException | IllegalArgumentException | CancellationException e) {
            // The server is to blame, or the user.
        }
        return client.console.lines();
    }

    private void type(ClientSession session, String line) throws Exception {
        try {
            if (!line.startsWith("/")) {
                session.typed(line);
                return;
            }
            String[] words = line.substring(1).split(" ", 2);
            Command command = session.commands().stream().filter(candidate -> candidate.isCalled(words[0])).findFirst().orElseThrow();
            command.run(command.arguments(words.length > 1 ? words[1] : "").orElseThrow());
        } catch (IllegalArgumentException | CancellationException e) {
            // Told to the user, who types on.
        }
    }

    private Connection connected() {
        // The first byte says in what pieces the rest comes, so that generated input decides that too.
        return new Connection(new CannedTransport(given, given.length == 0 ? 1 : 1 + (given[0] & 0x3f)));
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Connection reconnect() {
        connection = connected();
        return connection;
    }

    @Override
    public void hangUp() {}

    @Override
    public FakeConsole console() {
        return console;
    }

    @Override
    public String user() {
        return "alice";
    }

    @Override
    public void background(Task task) {
        try {
            task.run();
        } catch (ConnectionException | InterruptedException e) {
            // The server has nothing more to say.
        } catch (Exception e) {
            throw new AssertionError("a task of the session failed", e);
        }
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public RandomGenerator random() {
        return RandomGenerator.getDefault();
    }
}
