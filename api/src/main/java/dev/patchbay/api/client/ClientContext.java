package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;

/// What a REPL gives to one session. All methods may be called from any thread until the session ends.
///
/// Not for implementation by plugins, except in their tests: it grows.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface ClientContext {

    /// {@return the connection to the server; after [#reconnect] the newest one}
    Connection connection();

    /// Closes the connection and opens another one to the same server, for protocols that take one message on each. A banner has
    /// been read. The server gets a moment to end the old connection, so that it has taken what was said there before the new
    /// one begins. To be called by the thread that runs a command; what waits for the old connection gets its end.
    ///
    /// @return the new connection
    /// @throws IOException if the server cannot be reached any more; then the session is over
    Connection reconnect() throws IOException;

    /// Closes the connection and stays without one until [#reconnect], for protocols that take one message on each: a server that
    /// serves one client after the other is free meanwhile. What was sent leaves before. To be called as [#reconnect] is.
    void hangUp();

    /// Sends a message at once and past whoever reads: for sessions whose [background task][#background] listens while their user speaks.
    ///
    /// @param message the whole message, as for [Connection#publish]
    /// @throws ConnectionException if it cannot be sent, because the connection has ended
    default void publish(Message message) {
        if (!connection().publish(message)) {
            throw new ConnectionException(Reason.CLOSED_HERE, "it ended before this was sent");
        }
    }

    /// {@return where to print and ask}
    Console console();

    /// {@return the name under which the user speaks}
    ///
    /// It comes from the address (`bbs://alice@localhost`) or the command line; where neither names one, the user is
    /// asked, once.
    ///
    /// @throws java.util.concurrent.CancellationException if the user does not want to answer
    String user();

    /// Runs a task beside the user's commands, such as reading what a server sends unasked. It is interrupted when the session
    /// ends, and may then end by a [ConnectionException] or an [InterruptedException].
    ///
    /// From the first task on the session shares its connection between threads, and flushes it itself; see [ClientSession].
    ///
    /// @param task its other exceptions are treated as those of a command
    void background(Task task);

    /// {@return the time; replaceable in tests}
    Clock clock();

    /// {@return a source of randomness; replaceable in tests}
    RandomGenerator random();

    /// Something to do that may fail.
    @Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
    @FunctionalInterface
    interface Task {

        /// Does it.
        void run() throws Exception;
    }
}
