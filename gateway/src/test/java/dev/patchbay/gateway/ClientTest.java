package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
    void anInterruptedWriterLeavesTheConnectionAsItWasAndWhatItWroteGoesOn() throws Exception {
        String message = "x".repeat(9999);
        CompletableFuture<Integer> sent = new CompletableFuture<>();
        Thread writer = Thread.ofVirtual().start(() -> {
            int count = 0;
            try {
                while (true) {
                    client.frames().send(message);
                    count++;
                }
            } catch (ConnectionException e) {
                assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED);
                sent.complete(count);
            }
        });
        await().during(Duration.ofMillis(300)).until(() -> writer.getState() == Thread.State.WAITING);

        writer.interrupt();

        int count = sent.get(10, TimeUnit.SECONDS);
        Thread.ofVirtual().start(() -> {
            client.frames().send("the end");
            client.flush();
        });
        for (int i = 0; i < count; i++) {
            assertThat(new String(server.getInputStream().readNBytes(10_003), UTF_8)).isEqualTo("9999" + message);
        }
        assertThat(new String(server.getInputStream().readNBytes(11), UTF_8)).isEqualTo("0007the end");
    }

    @Test
    void aReaderWhoseMessageHasBegunIsToldThatItWasClosedHere() throws Exception {
        CompletableFuture<ConnectionException> told = new CompletableFuture<>();
        server.getOutputStream().write("0005he".getBytes(UTF_8));
        assertThat(client.frames().hasNext()).isTrue();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                client.frames().receive();
            } catch (ConnectionException e) {
                told.complete(e);
            }
        });
        await().until(() -> reader.getState() == Thread.State.WAITING);

        client.close();

        assertThat(told.get(10, TimeUnit.SECONDS).reason()).isEqualTo(Reason.CLOSED_HERE);
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
