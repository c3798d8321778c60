package dev.patchbay.gateway.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.gateway.ControlClient;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlSocketTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path temp;

    @Test
    void clientGetsTheAnswerToItsRequest() throws IOException {
        try (Running _ = open(request -> "answer to " + request + "\nwith ümläuts\n")) {
            assertThat(client().ask("status --json")).isEqualTo("answer to status --json\nwith ümläuts\n");
            assertThat(client().ask("")).startsWith("answer to \n");
        }
    }

    @Test
    void longAnswerArrivesWhole() throws IOException {
        String answer = "0123456789".repeat(1_000_000);

        try (Running _ = open(_ -> answer)) {
            assertThat(client().ask("plugins")).isEqualTo(answer);
        }
    }

    @Test
    void refusalReachesTheClientAsOneSafeLine() throws IOException {
        try (Running _ = open(request -> {
            throw new IllegalArgumentException("unknown request '" + request + "'\n\u001b[2J");
        })) {
            assertThatThrownBy(() -> client().ask("stat"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("unknown request 'stat'\\n\\x1b[2J");
        }
    }

    @Test
    void faultOfTheGatewayIsAnErrorAndTheNextRequestIsAnswered() throws IOException {
        try (Running _ = open(request -> {
            if (request.equals("bad")) {
                throw new IllegalStateException("secret detail");
            }
            return "fine";
        })) {
            assertThatThrownBy(() -> client().ask("bad")).hasMessage("the gateway failed at this request; its log says more");
            assertThat(client().ask("good")).isEqualTo("fine");
        }
    }

    @Test
    void requestOfTwoLinesIsRefusedBeforeItIsSent() throws IOException {
        try (Running _ = open(request -> request)) {
            assertThatThrownBy(() -> client().ask("status\nplugins")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nobodyIsFoundWhereNoGatewayRuns() throws IOException {
        assertThat(ControlClient.find(temp)).isEmpty();
        assertThat(ControlClient.find(temp.resolve("absent"))).isEmpty();

        open(request -> request).close();

        assertThat(ControlClient.find(temp)).isEmpty();
        assertThat(temp.resolve("control.sock")).doesNotExist();
    }

    @Test
    void gatewayThatHasEndedMeanwhileIsAClearError() throws IOException {
        ControlClient client;
        try (Running _ = open(request -> request)) {
            client = client();
        }

        assertThatThrownBy(() -> client.ask("status")).isInstanceOf(IOException.class).hasMessageContaining("cannot be asked");
    }

    @Test
    void onlyItsOwnerMayUseTheSocket() throws IOException {
        try (Running _ = open(request -> request)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("control.sock")))).isEqualTo("rw-------");
            assertThat(temp.resolve(".control")).doesNotExist();
        }
    }

    @Test
    void leftoversOfADeadGatewayAreReplaced() throws IOException {
        leaveDeadSocket(temp.resolve("control.sock"));
        leaveDeadSocket(Files.createDirectory(temp.resolve(".control")).resolve("s"));
        assertThat(ControlClient.find(temp)).isEmpty();

        try (Running _ = open(_ -> "alive")) {
            assertThat(client().ask("status")).isEqualTo("alive");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 200})
    void dataFolderMayHaveALongerPathThanASocketMayHave(int length) throws IOException {
        Path data = Files.createDirectory(temp.resolve("d".repeat(length)));

        try (Running _ = open(data, _ -> "here", LONG)) {
            assertThat(ControlClient.find(data).orElseThrow().ask("status")).isEqualTo("here");
            assertThat(ControlClient.find(temp)).isEmpty();
        }
        assertThat(ControlClient.find(data)).isEmpty();
    }

    @Test
    void folderThatIsReachedThroughALinkIsTheSameFolder() throws IOException {
        Path data = Files.createDirectory(temp.resolve("data"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), data);

        try (Running _ = open(data, _ -> "here", LONG)) {
            assertThat(ControlClient.find(link).orElseThrow().ask("status")).isEqualTo("here");
        }
    }

    @Test
    void clientsThatSayNothingDisturbNobody() throws IOException {
        try (Running running = open(request -> request);
                SocketChannel silent = connect(running);
                SocketChannel cut = connect(running)) {
            cut.write(ByteBuffer.wrap("stat".getBytes(UTF_8)));

            assertThat(client().ask("status")).isEqualTo("status");
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void clientThatSendsTooMuchIsClosedWithoutAnAnswer() throws IOException {
        try (Running running = open(request -> request);
                SocketChannel client = connect(running)) {
            client.write(ByteBuffer.wrap("x".repeat(ControlWire.MAX_REQUEST + 1).getBytes(UTF_8)));

            assertClosed(client);
            assertThat(client().ask("status")).isEqualTo("status");
        }
    }

    @Test
    void clientThatDoesNotFinishItsRequestInTimeIsClosed() throws IOException {
        try (Running running = open(temp, request -> request, SHORT);
                SocketChannel client = connect(running)) {
            client.write(ByteBuffer.wrap("stat".getBytes(UTF_8)));

            assertClosed(client);
        }
    }

    @Test
    void clientThatDoesNotTakeItsAnswerInTimeIsClosed() throws IOException {
        String longAnswer = "x".repeat(10_000_000);
        try (Running running = open(temp, _ -> longAnswer, SHORT);
                SocketChannel client = connect(running)) {
            client.write(ByteBuffer.wrap("status\n".getBytes(UTF_8)));

            await().until(() -> isClosedForWriting(client));
            assertClosedBefore(longAnswer.length(), client);
        }
    }

    @Test
    void gatewayThatDoesNotAnswerInTimeIsAClearError() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Running running = open(request -> {
            awaitQuietly(never);
            return request;
        })) {
            assertThatThrownBy(() -> ControlRequest.ask(running.socket(), "status", SHORT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not answer");
            never.countDown();
        }
    }

    @Test
    void moreClientsThanItServesAtOnceEachGetTheirAnswer() throws Exception {
        try (Running _ = open(request -> request)) {
            List<String> answers = new ArrayList<>();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String request = "request " + i;
                clients.add(Thread.ofVirtual().start(() -> {
                    String answer = askQuietly(request);
                    synchronized (answers) {
                        answers.add(answer.equals(request) ? "right" : answer);
                    }
                }));
            }
            for (Thread client : clients) {
                client.join();
            }

            assertThat(answers).hasSize(100).containsOnly("right");
        }
    }

    private record Running(DataFolder folder, ControlSocket control) implements AutoCloseable {
        Path socket() {
            return ControlRequest.find(folder.path()).orElseThrow();
        }

        @Override
        public void close() throws IOException {
            control.close();
            control.close();
            folder.close();
        }
    }

    private Running open(UnaryOperator<String> answers) throws IOException {
        return open(temp, answers, LONG);
    }

    private static Running open(Path data, UnaryOperator<String> answers, Duration time) throws IOException {
        DataFolder folder = DataFolder.open(data);
        return new Running(folder, ControlSocket.open(folder, answers, time));
    }

    private ControlClient client() {
        return ControlClient.find(temp).orElseThrow();
    }

    private String askQuietly(String request) {
        try {
            return client().ask(request);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SocketChannel connect(Running running) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(running.socket()));
    }

    private static void leaveDeadSocket(Path path) throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();
    }

    private static boolean isClosedForWriting(SocketChannel client) {
        try {
            client.write(ByteBuffer.wrap(new byte[1]));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void assertClosed(SocketChannel client) {
        assertClosedBefore(1, client);
    }

    /// The end shows as end of input or, where something was left unread, as a broken connection.
    private static void assertClosedBefore(long bytes, SocketChannel client) {
        long read = 0;
        try {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (int count = client.read(buffer); count >= 0; count = client.read(buffer.clear())) {
                read += count;
            }
        } catch (IOException broken) {
            assertThat(broken).hasMessageContaining("reset");
        }
        assertThat(read).isLessThan(bytes);
    }
}
