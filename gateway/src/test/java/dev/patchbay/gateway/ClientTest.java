package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private ServerSocket listener;
    private Connection client;
    private Socket server;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void connect() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = Client.connect((InetSocketAddress) listener.getLocalSocketAddress(), TIMEOUT, ended::complete);
        server = listener.accept();
        server.setSoTimeout(10_000);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        listener.close();
    }

    @Test
    void isToldOfTheEndWhileNobodyReads() throws Exception {
        server.close();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("closed by the server");
    }

    @Test
    void readsWhatCameBeforeTheEnd() throws Exception {
        server.getOutputStream().write("0003bye".getBytes(UTF_8));
        server.close();
        ended.get(10, TimeUnit.SECONDS);

        assertThat(client.frames().receive()).isEqualTo("bye");
        assertThat(client.frames().hasNext()).isFalse();
    }

    @Test
    void anInterruptedReaderLeavesTheConnectionAsItWas() throws Exception {
        CompletableFuture<Reason> reason = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                client.frames().receive();
            } catch (ConnectionException e) {
                reason.complete(e.reason());
            }
        });

        reader.interrupt();

        assertThat(reason.get(10, TimeUnit.SECONDS)).isEqualTo(Reason.INTERRUPTED);
        server.getOutputStream().write("0005still".getBytes(UTF_8));
        assertThat(client.frames().receive()).isEqualTo("still");
    }

    @Test
    void anInterruptInTheMiddleOfSendingEndsTheConnectionAndSaysSo() throws Exception {
        CompletableFuture<ConnectionException> failure = new CompletableFuture<>();
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    client.chunks().send("x".repeat(100_000));
                }
            } catch (ConnectionException e) {
                failure.complete(e);
            }
        });

        sender.interrupt();

        assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessage("interrupted in the middle of sending");
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("closed here");
    }

    @Test
    void closingSendsWhatWasFlushedAndEndsInGoodOrder() throws Exception {
        client.frames().send("quit");
        client.flush();

        client.close();

        assertThat(new String(server.getInputStream().readAllBytes(), UTF_8)).isEqualTo("0004quit");
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        InetSocketAddress gone = (InetSocketAddress) listener.getLocalSocketAddress();
        listener.close();

        assertThatThrownBy(() -> Client.connect(gone, TIMEOUT, reason -> {})).isInstanceOf(IOException.class).hasMessageContaining("refused");
    }

    @Test
    void saysThatNobodyKnowsTheName() {
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("no.such.host", 10333);

        assertThatThrownBy(() -> Client.connect(unknown, TIMEOUT, reason -> {}))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("nobody knows the name no.such.host");
    }
}
