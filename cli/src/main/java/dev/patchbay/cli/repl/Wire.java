package dev.patchbay.cli.repl;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.gateway.Client;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// A connection to a server, and what was heard on it before a session took over.
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WatchedTransport transport;
    private final Connection connection;
    private final CompletableFuture<String> ended;
    private ByteBuffer heard = ByteBuffer.allocate(0);

    private Wire(Transport transport, CompletableFuture<String> ended) {
        this.transport = new WatchedTransport(transport);
        this.ended = ended;
        connection = new Connection(this.transport);
    }

    /// Connects.
    ///
    /// @param label how people call the address
    static Wire dial(InetSocketAddress address, String label) throws CommandFailure {
        CompletableFuture<String> ended = new CompletableFuture<>();
        try {
            return new Wire(Client.transport(address, PATIENCE, ended::complete), ended);
        } catch (IOException e) {
            throw CommandFailure.unreachable("cannot connect to " + label + ": " + said(e), "is a server running there, on that port?");
        }
    }

    private static String said(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().toLowerCase(Locale.ROOT);
    }

    /// {@return what the server says first, not consumed}
    FirstWords listen(Negotiation negotiation, Duration limit) throws InterruptedException {
        FirstWords words = FirstWords.await(transport, limit, negotiation::isDecided);
        heard = words.bytes();
        return words;
    }

    /// Consumes what has been heard and understood.
    void consume(int bytes) {
        ByteBuffer input = transport.input();
        input.position(input.position() + bytes);
    }

    Connection connection() {
        return connection;
    }

    /// {@return how long the server has been silent while it was waited for}
    ///
    /// @param began the [System#nanoTime] from which on that counts
    Duration silence(long began) {
        return transport.silence(began);
    }

    /// {@return why the connection has ended, once it has}
    CompletableFuture<String> ended() {
        return ended;
    }

    /// Leaves a server on which no session was opened, so that it ends in peace too.
    void leave() {
        Goodbye.to(heard).ifPresent(connection::publish);
        close();
    }

    void close() {
        connection.close();
    }
}
