package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static dev.patchbay.gateway.TestGateway.row;
import static dev.patchbay.gateway.TestGateway.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    private static final String PORTS = "listener.echo.port = 0\n";

    @TempDir
    Path folder;

    private static final TestProtocol ECHO =
            new TestProtocol(ProtocolInfo.of("echo", "1.0").banner("Echo 1.0").port(10787), context -> StreamService.of(LimitsTest::echo));

    private static void echo(Connection peer) {
        Frames frames = peer.frames();
        while (frames.hasNext()) {
            frames.send(frames.receive());
        }
    }

    @Test
    void aListenerServesAsManyAsItMayWhicheverWayTheyCome() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, PORTS + "listener.echo.connections = 2\n", ECHO);
                Socket first = connect(gateway, "echo");
                Socket lobby = connect(gateway, "lobby")) {
            assertThat(receive(first, 12)).isEqualTo("0008Echo 1.0");
            send(lobby, "0009open echo");
            assertThat(receive(lobby, 28)).isEqualTo("0012Patchbay 1.00008Echo 1.0");

            try (Socket third = connect(gateway, "echo");
                    Socket fourth = connect(gateway, "lobby")) {
                assertThat(third.getInputStream().read()).isEqualTo(-1);
                send(fourth, "0009open echo0004quit");
                assertThat(receiveAll(fourth)).isEqualTo("0012Patchbay 1.0" + "0053error: echo serves as many as it may, try again later");
            }

            lobby.shutdownOutput();
            await().until(() -> row(gateway, "echo").sessions() == 1);
            try (Socket third = connect(gateway, "echo")) {
                assertThat(receive(third, 12)).isEqualTo("0008Echo 1.0");
            }
        }
    }

    @Test
    void handlersThatBlockForEverFillTheirOwnListenerOnly() throws Exception {
        CountDownLatch blocked = new CountDownLatch(3);
        TestProtocol stuck = new TestProtocol(ProtocolInfo.of("stuck", "1.0").silent().port(10788), context -> StreamService.of(peer -> {
            blocked.countDown();
            new CountDownLatch(1).await();
        }));
        String config = PORTS + "limits.drain-time = \"0 s\"\nlistener.stuck.port = 0\nlistener.stuck.connections = 3\n";
        try (Gateway gateway = TestGateway.start(folder, config, ECHO, stuck);
                Socket first = connect(gateway, "stuck");
                Socket second = connect(gateway, "stuck");
                Socket third = connect(gateway, "stuck")) {
            blocked.await();

            try (Socket fourth = connect(gateway, "stuck");
                    Socket echo = connect(gateway, "echo")) {
                assertThat(fourth.getInputStream().read()).isEqualTo(-1);
                send(echo, "0002hi");
                assertThat(receive(echo, 18)).isEqualTo("0008Echo 1.00002hi");
            }
            assertThat(first.isConnected() && second.isConnected() && third.isConnected()).isTrue();
        }
    }

    @Test
    void whoConnectsTooOftenIsRefusedForAWhile() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, PORTS + "limits.accepts-per-second = 2\n", ECHO)) {
            int served = 0;
            while (served < 1000 && isServed(gateway)) {
                served++;
            }

            // Five seconds' worth may come at once, and a few more on a machine that is slow at it.
            assertThat(served).isBetween(10, 999);
            await().until(() -> isServed(gateway));
        }
    }

    private static boolean isServed(Gateway gateway) throws IOException {
        try (Socket socket = connect(gateway, "echo")) {
            return socket.getInputStream().read() == '0';
        }
    }

    @Test
    void whatRunsOnThisMachineIsNotCountedUnlessTheOperatorSaysSo() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, PORTS, ECHO)) {
            for (int i = 0; i < 700; i++) {
                assertThat(isServed(gateway)).isTrue();
            }
        }
    }

    @Test
    void whoSendsAByteNowAndThenIsClosedWhenItsMessageTakesTooLongAndNobodyElseWaits() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, PORTS + "limits.message-time = \"500 ms\"\n", ECHO);
                Socket slow = connect(gateway, "echo");
                Socket quick = connect(gateway, "echo")) {
            assertThat(receive(slow, 12) + receive(quick, 12)).hasSize(24);
            Thread drip = Thread.ofPlatform().start(() -> drip(slow));

            send(quick, "0002hi");
            assertThat(receive(quick, 6)).isEqualTo("0002hi");

            await().until(() -> row(gateway, "echo").sessions() == 1);
            drip.join();
            send(quick, "0002hi");
            assertThat(receive(quick, 6)).isEqualTo("0002hi");
        }
    }

    /// Sends a long message a byte at a time, until the other side has had enough.
    private static void drip(Socket socket) {
        try {
            send(socket, "9999");
            while (true) {
                send(socket, "x");
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // The other side has had enough.
        }
    }

    @Test
    void aHalfOpenPeerHoldsNoPlace() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, PORTS, ECHO);
                Socket between = connect(gateway, "echo");
                Socket inside = connect(gateway, "echo")) {
            send(between, "0002hi");
            send(inside, "0005he");
            assertThat(receive(between, 18)).isEqualTo("0008Echo 1.00002hi");

            between.shutdownOutput();
            inside.shutdownOutput();

            await().until(() -> row(gateway, "echo").sessions() == 0);
        }
    }

    @Test
    void datagramsOverTheRateAreIgnored() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        TestProtocol datagrams = new TestProtocol(ProtocolInfo.of("datagrams", "1.0").port(10789),
                context -> DatagramService.of((datagram, sender) -> heard.add(datagram.text())));
        String config = "listener.datagrams.port = 0\nlimits.datagrams-per-second = 5\n";
        try (Gateway gateway = TestGateway.start(folder, config, datagrams);
                DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 200; i++) {
                say(socket, gateway, "flood");
            }

            // Only once the rate allows one more is it heard that the flood is over.
            await().until(() -> {
                say(socket, gateway, "over");
                return heard.contains("over");
            });
            assertThat(heard.stream().filter("flood"::equals).count()).isBetween(5L, 150L);
        }
    }

    private static void say(DatagramSocket socket, Gateway gateway, String text) throws IOException {
        socket.send(new DatagramPacket(text.getBytes(UTF_8), text.length(), TestGateway.address(gateway, "datagrams")));
    }

    /// Notes when its handler ends, which needs the context to the last, and when it is closed.
    private record Recording(ServiceContext context, Queue<String> events, CountDownLatch working, CountDownLatch finish)
            implements StreamService {

        @Override
        public void serve(Connection peer) throws Exception {
            peer.frames().receive();
            working.countDown();
            finish.await();
            peer.frames().send("done");
            context.executor().submit(() -> events.add("handler ended")).get();
        }

        @Override
        public void close() {
            events.add("service closed");
        }
    }

    @Test
    void drainingLetsNobodyInAndClosesServicesOnlyWhenNoHandlerRuns() throws Exception {
        Queue<String> events = new ConcurrentLinkedQueue<>();
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        TestProtocol slow = new TestProtocol(
                ProtocolInfo.of("slow", "1.0").silent().port(10790), context -> new Recording(context, events, working, finish));
        Gateway gateway = TestGateway.start(folder, PORTS + "listener.slow.port = 0\n", ECHO, slow);
        try (Socket busy = connect(gateway, "slow")) {
            send(busy, "0004work");
            working.await();

            Thread closing = Thread.ofVirtual().start(gateway::close);
            await().until(() -> !accepts(gateway));
            finish.countDown();

            assertThat(receiveAll(busy)).isEqualTo("0004done");
            closing.join();
            assertThat(events).containsExactly("handler ended", "service closed");
        }
    }

    private static boolean accepts(Gateway gateway) {
        try (Socket socket = connect(gateway, "echo")) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
