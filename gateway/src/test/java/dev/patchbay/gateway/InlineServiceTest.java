package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static dev.patchbay.gateway.TestGateway.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.InlineService;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.wire.Connection;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service whose answers wait for nothing is served without a thread, and nobody can tell but by the price.
class InlineServiceTest {

    private static final String LARGE = "x".repeat(9990);

    /// Answers `?` with a large message, and whatever else with itself and how it was served.
    private record Echo() implements InlineService {

        @Override
        public boolean isWhole(Connection peer) {
            return peer.frames().isWhole();
        }

        @Override
        public void answer(Connection peer) {
            String message = peer.frames().receive();
            switch (message) {
                case "?" -> {
                    waited = Thread.currentThread().isVirtual();
                    peer.frames().send(LARGE);
                }
                case "wait" -> peer.frames().receive();
                case "fail" -> throw new IllegalStateException("as it was told");
                case "hog" -> {
                    while (!Thread.currentThread().isInterrupted() && !enough) {
                        Thread.onSpinWait();
                    }
                }
                default -> peer.frames().send(message + (Thread.currentThread().isVirtual() ? " by a thread" : " inline"));
            }
        }
    }

    private static volatile boolean enough;

    /// Somebody had to be waited for, so a thread answers.
    private static volatile boolean waited;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // by each test, with its configuration
    private Gateway gateway;

    private final List<Socket> peers = new ArrayList<>();

    private Socket open(String... config) throws Exception {
        if (gateway == null) {
            gateway = TestGateway.start(
                    folder,
                    "listener.echo.port = 0\n" + String.join("\n", config),
                    new TestProtocol(ProtocolInfo.of("echo", "1.0").banner("Echo 1.0"), context -> new Echo()));
        }
        Socket peer = connect(gateway, "echo");
        peers.add(peer);
        assertThat(receive(peer, 12)).isEqualTo("0008Echo 1.0");
        return peer;
    }

    @AfterEach
    void stop() throws Exception {
        enough = true;
        for (Socket peer : peers) {
            peer.close();
        }
        gateway.close();
        enough = false;
        waited = false;
    }

    private int connections() {
        return TestGateway.row(gateway, "echo").sessions();
    }

    @Test
    void messagesThatAreWholeAreAnsweredWithoutAThread() throws Exception {
        Socket peer = open();

        send(peer, "0001a0001b");
        assertThat(receive(peer, 24)).isEqualTo("0008a inline0008b inline");
        send(peer, "0001c");
        assertThat(receive(peer, 12)).isEqualTo("0008c inline");
        peer.shutdownOutput();

        assertThat(receiveAll(peer)).isEmpty();
        await().until(() -> connections() == 0);
    }

    @Test
    void halfAMessageIsWaitedForByAThread() throws Exception {
        Socket peer = open();
        send(peer, "0001a0005he");
        assertThat(receive(peer, 12)).isEqualTo("0008a inline");

        send(peer, "llo");

        assertThat(receive(peer, 21)).isEqualTo("0017hello by a thread");
    }

    @Test
    void aMessageCutShortEndsTheConnection() throws Exception {
        Socket peer = open();

        send(peer, "0005he");
        peer.shutdownOutput();

        assertThat(receiveAll(peer)).isEmpty();
        await().until(() -> connections() == 0);
    }

    @Test
    void aPeerThatReadsSlowlyGetsEveryAnswerWhole() throws Exception {
        Socket peer = open();
        int count = 2000;
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                send(peer, "0001?".repeat(count));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        // 20 MB are more than the system's buffers hold, so there is a wait before the first byte is read.
        await().until(() -> waited);

        for (int i = 0; i < count; i++) {
            assertThat(new String(peer.getInputStream().readNBytes(9994), UTF_8)).isEqualTo("9990" + LARGE);
        }
        asking.join();
        send(peer, "0001a");
        assertThat(receive(peer, 5)).isEqualTo("0013a");
    }

    @Test
    void aPeerThatBreaksTheFramingIsClosed() throws Exception {
        Socket peer = open();

        send(peer, "0001aGET / HTTP/1.0\r\n\r\n");

        assertThat(receiveAll(peer)).isEqualTo("0008a inline");
    }

    @Test
    void aFaultEndsItsConnectionAlone() throws Exception {
        Socket bystander = open();
        Socket peer = open();

        send(peer, "0004fail");

        assertThat(receiveAll(peer)).isEmpty();
        send(bystander, "0001a");
        assertThat(receive(bystander, 12)).isEqualTo("0008a inline");
        await().until(() -> connections() == 1);
    }

    @Test
    void aServiceThatWaitsWhereItMustNotIsAtFault() throws Exception {
        Socket peer = open();

        send(peer, "0004wait");

        assertThat(receiveAll(peer)).isEmpty();
    }

    @Test
    void oneThatComputesForLongHoldsUpNobody() throws Exception {
        Socket bystander = open();
        Socket hog = open();

        send(hog, "0003hog");
        send(bystander, "0001a");

        assertThat(receive(bystander, 12)).isEqualTo("0008a inline");
    }

    @Test
    void whoSendsTooFastIsSlowedDownByAThreadAndLosesNothing() throws Exception {
        Socket peer = open("limits.messages-per-second = 20");

        send(peer, "0001a".repeat(30));

        String all = receive(peer, 4);
        for (int i = 0; i < 30; i++) {
            assertThat(receive(peer, Integer.parseInt(all))).startsWith("a ");
            if (i < 29) {
                all = receive(peer, 4);
            }
        }
    }

    @Test
    void withAnIdleLimitAThreadWaits() throws Exception {
        Socket peer = open("limits.idle-time = '300 ms'");
        send(peer, "0001a");

        assertThat(receive(peer, 17)).isEqualTo("0013a by a thread");
        assertThat(receiveAll(peer)).isEmpty();
    }

    @Test
    void whenTheGatewayStopsASilentPeerSeesTheEnd() throws Exception {
        Socket peer = open();

        gateway.close();

        assertThat(receiveAll(peer)).isEmpty();
    }
}
