package dev.patchbay.testkit;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// A REPL without a terminal: opens a protocol's client mode on a connection and types.
///
/// ```java
/// try (ModeDriver repl = server.repl("alice")) {
///     repl.type("hello");
///     repl.console().expect("hello");
/// }
/// ```
public final class ModeDriver implements AutoCloseable {

    private final Line line;
    private final ClientSession session;
    private final FakeConsole console;
    private final List<Thread> background;

    private ModeDriver(Line line, ClientSession session, FakeConsole console, List<Thread> background) {
        this.line = line;
        this.session = session;
        this.console = console;
        this.background = background;
    }

    /// {@return a session of a user at a terminal, without prepared answers}
    public static ModeDriver open(Protocol protocol, InetSocketAddress server, String user) throws Exception {
        return open(protocol, server, user, new FakeConsole(true));
    }

    /// {@return a session; the banner has been read if the protocol is announced, and the server may be a lobby then}
    public static ModeDriver open(Protocol protocol, InetSocketAddress server, String user, FakeConsole console) throws Exception {
        return open(protocol, server, user, console, Clock.systemUTC(), RandomGenerator.getDefault());
    }

    /// {@return a session with a time and a randomness of the test's choice}
    public static ModeDriver open(
            Protocol protocol, InetSocketAddress server, String user, FakeConsole console, Clock clock, RandomGenerator random) throws Exception {
        Line line = new Line(protocol, server);
        List<Thread> background = new CopyOnWriteArrayList<>();
        ClientSession session = protocol.clientMode().open(new Context(line, console, user, background, clock, random));
        return new ModeDriver(line, session, console, background);
    }

    /// Types a line, as at the prompt: a command if its name and arguments fit, else what the mode makes of a line. What it sends
    /// has been sent when this returns.
    public void type(String typed) throws Exception {
        String[] words = typed.strip().split("\\s+", 2);
        for (Command command : session.commands()) {
            Optional<Arguments> arguments = command.arguments(words.length > 1 ? words[1] : "");
            if (command.isCalled(words[0]) && arguments.isPresent()) {
                command.run(arguments.get());
                flush();
                return;
            }
        }
        session.typed(typed);
        flush();
    }

    /// A session with background tasks flushes its connection itself.
    private void flush() {
        if (background.isEmpty()) {
            line.flush();
        }
    }

    /// {@return what is printed}
    public FakeConsole console() {
        return console;
    }

    /// {@return the session}
    public ClientSession session() {
        return session;
    }

    /// Waits until the connection has ended.
    public void expectEnded() throws Exception {
        line.ended().get(10, TimeUnit.SECONDS);
    }

    /// Waits until what runs in the background has come to its end, for which the connection must have ended; a second at most.
    void awaitBackground() throws InterruptedException {
        for (Thread thread : background) {
            thread.join(Duration.ofSeconds(1));
        }
    }

    /// Leaves as a user does: the session says goodbye, then the connection is closed.
    @Override
    public void close() throws IOException {
        background.forEach(Thread::interrupt);
        try {
            session.close();
            flush();
        } catch (ConnectionException e) {
            // The server was faster.
        }
        line.connection().close();
    }

    private record Context(Line line, FakeConsole fake, String user, List<Thread> threads, Clock clock, RandomGenerator random)
            implements ClientContext {

        @Override
        public Connection connection() {
            return line.connection();
        }

        @Override
        public Connection reconnect() throws IOException {
            return line.again();
        }

        @Override
        public void hangUp() {
            line.rest();
        }

        @Override
        public Console console() {
            return fake;
        }

        @Override
        public void background(Task task) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    task.run();
                } catch (ConnectionException | InterruptedException e) {
                    // The session has ended.
                } catch (Exception e) {
                    fake.print("background task failed: " + e);
                }
            }));
        }
    }
}
