package dev.patchbay.testkit;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.gateway.Client;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The line to a server: one connection, or one after the other where the protocol wants that.
final class Line {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final String LOBBY = "Patchbay 1.0";

    private final Protocol protocol;
    private final InetSocketAddress server;
    private volatile CompletableFuture<String> ended;
    private volatile Connection connection;
    private volatile boolean resting;

    Line(Protocol protocol, InetSocketAddress server) throws IOException {
        this.protocol = protocol;
        this.server = server;
        ended = new CompletableFuture<>();
        connection = connect(ended);
    }

    private Connection connect(CompletableFuture<String> end) throws IOException {
        Connection fresh = Client.connect(server, TIMEOUT, end::complete);
        if (protocol.info().announced()) {
            String banner = fresh.frames().receive();
            if (banner.equals(LOBBY)) {
                fresh.frames().send("open " + protocol.info().id());
                banner = fresh.frames().receive();
            }
            if (!banner.equals(protocol.info().banner())) {
                throw new AssertionError("expected the banner '" + protocol.info().banner() + "', got '" + banner + "'");
            }
        }
        return fresh;
    }

    Connection connection() {
        return connection;
    }

    CompletableFuture<String> ended() {
        return ended;
    }

    void flush() {
        if (!resting) {
            connection.flush();
        }
    }

    void rest() {
        flush();
        resting = true;
        connection.close();
    }

    /// As the REPL does, so that the next connection sees what was said on this one.
    private void awaitEnd() {
        ended.copy().completeOnTimeout("not ended by the server", MOMENT.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    Connection again() throws IOException {
        connection.close();
        awaitEnd();
        ended = new CompletableFuture<>();
        connection = connect(ended);
        resting = false;
        return connection;
    }
}
