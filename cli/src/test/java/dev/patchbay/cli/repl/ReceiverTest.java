package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    private final TestShell shell = new TestShell();

    private static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }

    private CompletableFuture<Void> listen(InetSocketAddress address) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            try {
                Receiver.listen(address, shell);
            } catch (CommandFailure | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> shell.shown().stream().anyMatch(line -> line.contains("listening on")));
        return done;
    }

    private static void send(InetSocketAddress address, String text) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream().write(text.getBytes(UTF_8));
        }
    }

    @Test
    void printsWhatArrivesAndFromWhomUntilSomebodySendsExit() throws Exception {
        InetSocketAddress address = freeAddress();
        CompletableFuture<Void> listening = listen(address);

        send(address, "Hello there");
        await().until(() -> shell.shown().contains("127.0.0.1 Hello there"));
        send(address, "exit");

        listening.get();
        assertThat(shell.shown()).contains("listening on 127.0.0.1 " + address.getPort(), "127.0.0.1 Hello there", "127.0.0.1 exit");
    }

    @Test
    void keepsACharacterThatComesInTwoPieces() throws Exception {
        InetSocketAddress address = freeAddress();
        CompletableFuture<Void> listening = listen(address);

        send(address, "x".repeat(255) + "é");
        await().until(() -> shell.shown().stream().anyMatch(line -> line.endsWith("é")));
        send(address, "exit");

        listening.get();
        assertThat(shell.shown()).noneMatch(line -> line.contains("\uFFFD"));
    }

    @Test
    void endsForAllWhenItEnds() throws Exception {
        InetSocketAddress address = freeAddress();
        CompletableFuture<Void> listening = listen(address);
        try (Socket other = new Socket(address.getAddress(), address.getPort())) {
            other.setSoTimeout(10_000);
            other.getOutputStream().write("I am here".getBytes(UTF_8));
            await().until(() -> shell.shown().contains("127.0.0.1 I am here"));

            send(address, "exit");

            listening.get();
            assertThat(other.getInputStream().read()).isEqualTo(-1);
        }
    }
}
