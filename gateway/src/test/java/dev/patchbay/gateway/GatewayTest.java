package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static dev.patchbay.gateway.TestGateway.row;
import static dev.patchbay.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {

    private static final String ANY_PORT = "listener.echo.port = 0\n";

    @TempDir
    Path folder;

    private static TestProtocol echo() {
        return new TestProtocol(ProtocolInfo.of("echo", "1.0").banner("Echo 1.0").port(10777), context -> StreamService.of(peer -> {
            Frames frames = peer.frames();
            while (frames.hasNext()) {
                String text = frames.receive();
                switch (text) {
                    case "fail" -> throw new IllegalStateException("as it was told");
                    case "overflow" -> overflow(0);
                    case "error" -> throw new ServiceConfigurationError("as it was told");
                    case "violate" -> throw ConnectionException.violation("as it was told");
                    default -> frames.send(text);
                }
            }
        }));
    }

    private static int overflow(int depth) {
        return depth < 0 ? depth : overflow(depth + 1) + 1;
    }

    @Test
    void announcesAProtocolOnItsOwnPort() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo());
                Socket socket = connect(gateway, "echo")) {
            assertThat(receive(socket, 12)).isEqualTo("0008Echo 1.0");
        }
    }

    @Test
    void keepsSilentWhereTheOperatorSaysSo() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT + "listener.echo.announce = false\n", echo());
                Socket socket = connect(gateway, "echo")) {
            send(socket, "0002hi");

            assertThat(receive(socket, 6)).isEqualTo("0002hi");
        }
    }

    @Test
    void answersWhatWasPipelinedBeforeThePeerClosed() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo());
                Socket socket = connect(gateway, "echo")) {
            send(socket, "0001a0001b0001c");
            socket.shutdownOutput();

            assertThat(receiveAll(socket)).isEqualTo("0008Echo 1.0" + "0001a0001b0001c");
        }
    }

    @Test
    void aFaultOfAPluginEndsOneConnectionOnly() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo());
                Socket bystander = connect(gateway, "echo")) {
            for (String fault : List.of("0004fail", "0008overflow", "0005error", "0007violate", "99x9")) {
                try (Socket socket = connect(gateway, "echo")) {
                    send(socket, fault);
                    socket.shutdownOutput();

                    assertThat(receiveAll(socket)).as(fault).isEqualTo("0008Echo 1.0");
                }
            }
            send(bystander, "0002ok");

            assertThat(receive(bystander, 18)).isEqualTo("0008Echo 1.00002ok");
        }
    }

    @Test
    void aMessageThatIsNotUtf8ClosesTheConnection() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo());
                Socket socket = connect(gateway, "echo")) {
            socket.getOutputStream().write(new byte[] {'0', '0', '0', '2', (byte) 0xc3, '('});

            assertThat(receiveAll(socket)).isEqualTo("0008Echo 1.0");
        }
    }

    @Test
    void aMessageOfTheLargestSizePasses() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo());
                Socket socket = connect(gateway, "echo")) {
            String largest = "9999" + "x".repeat(9999);
            send(socket, largest);

            assertThat(receive(socket, 12 + largest.length())).isEqualTo("0008Echo 1.0" + largest);
        }
    }

    @Test
    void refusesConnectionsOverTheLimitAndServesAgainWhenOneLeaves() throws Exception {
        String limit = ANY_PORT + "limits.connections-per-address = 2\n";
        try (Gateway gateway = TestGateway.start(folder, limit, echo());
                Socket first = connect(gateway, "echo");
                Socket second = connect(gateway, "echo")) {
            assertThat(receive(first, 12) + receive(second, 12)).hasSize(24);
            try (Socket third = connect(gateway, "echo")) {
                assertThat(third.getInputStream().read()).isEqualTo(-1);
            }

            second.shutdownOutput();

            await().until(() -> row(gateway, "echo").sessions() == 1);
            try (Socket third = connect(gateway, "echo")) {
                await().untilAsserted(() -> assertThat(receive(third, 12)).isEqualTo("0008Echo 1.0"));
            }
        }
    }

    @Test
    void manyConnectionsThatSayNothingDisturbNobody() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo())) {
            List<Socket> silent = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                silent.add(connect(gateway, "echo"));
            }
            try (Socket socket = connect(gateway, "echo")) {
                send(socket, "0005hello");

                assertThat(receive(socket, 21)).isEqualTo("0008Echo 1.00005hello");
            }
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void aPortInUseDisablesOneListenerAndTheLobbyStillOpensIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();
            try (Gateway gateway = TestGateway.start(folder, "listener.echo.port = " + port + "\n", echo());
                    Socket lobby = connect(gateway, "lobby")) {
                assertThat(row(gateway, "echo").problem())
                        .contains("port " + port + " is in use: stop what uses it, or set port in [listener.echo]");

                send(lobby, "0009open echo0002hi");

                assertThat(receive(lobby, 16 + 12 + 6)).isEqualTo("0012Patchbay 1.0" + "0008Echo 1.0" + "0002hi");
            }
        }
    }

    @Test
    void aPortInUseIsFatalWhereTheSettingsAreStrict() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            GatewaySettings settings = TestGateway.settings(folder, "listener.echo.port = " + taken.getLocalPort() + "\n", true);

            assertThatThrownBy(() -> Gateway.start(settings, Embedding.NONE.withProtocols(List.of(echo()))))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageStartingWith("echo: port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void aProtocolThatDoesNotOpenIsARowOfThePluginsTable() throws Exception {
        TestProtocol broken = new TestProtocol(ProtocolInfo.of("broken", "1.0").port(10778), context -> {
            throw new IllegalStateException("no such printer");
        });

        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, broken, echo())) {
            assertThat(gateway.plugins())
                    .anySatisfy(row -> assertThat(row.reason() + " " + row.message()).startsWith("OPEN_THREW").contains("no such printer"))
                    .anySatisfy(row -> assertThat(row.protocols()).containsExactly("echo"));
        }
    }

    @Test
    void aSecondGatewayOnOneDataFolderIsToldSo() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo())) {
            assertThat(gateway.listeners()).hasSize(2);

            assertThatThrownBy(() -> TestGateway.start(folder, ANY_PORT, echo()))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining(folder.resolve("data").toString());
        }
    }

    @Test
    void aStartThatFailsLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> TestGateway.start(folder, "no-such-key = 1\n", echo())).isInstanceOf(GatewayException.class);

        try (Gateway gateway = TestGateway.start(folder, ANY_PORT, echo())) {
            assertThat(gateway.listeners()).hasSize(2);
        }
    }

    @Test
    void closingEndsIdlePeersAtOnceAndLetsAHandlerFinishWhatItDoes() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        TestProtocol slow = new TestProtocol(ProtocolInfo.of("slow", "1.0").silent().port(10779), context -> StreamService.of(peer -> {
            Frames frames = peer.frames();
            while (frames.hasNext()) {
                String text = frames.receive();
                working.countDown();
                finish.await();
                frames.send("done " + text);
            }
        }));
        Gateway gateway = TestGateway.start(folder, ANY_PORT + "listener.slow.port = 0\n", echo(), slow);
        try (Socket idle = connect(gateway, "echo");
                Socket busy = connect(gateway, "slow")) {
            assertThat(receive(idle, 12)).isEqualTo("0008Echo 1.0");
            send(busy, "0004work");
            working.await();

            Thread closing = Thread.ofVirtual().start(gateway::close);
            assertThat(receiveAll(idle)).isEmpty();
            finish.countDown();

            assertThat(receiveAll(busy)).isEqualTo("0009done work");
            closing.join();
        }
    }

    @Test
    void closingResetsNobodyWhoIsTalking() throws Exception {
        Gateway gateway = TestGateway.start(folder, ANY_PORT, echo());
        List<CompletableFuture<Boolean>> ends = new ArrayList<>();
        CountDownLatch talking = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            ends.add(CompletableFuture.supplyAsync(() -> talk(gateway, talking), Thread::startVirtualThread));
        }
        try {
            // The peers share the carriers with the gateway here: that they all get a turn is part of the rule.
            talking.await();
        } finally {
            gateway.close();
        }

        for (CompletableFuture<Boolean> end : ends) {
            assertThat(end.get()).isTrue();
        }
    }

    /// Keeps several questions under way until the gateway ends; whether it ended in good order.
    private static boolean talk(Gateway gateway, CountDownLatch talking) {
        try (Socket socket = connect(gateway, "echo")) {
            receive(socket, 12);
            send(socket, "0002hi".repeat(8));
            for (int i = 0; socket.getInputStream().readNBytes(6).length == 6; i++) {
                if (i == 100) {
                    talking.countDown();
                }
                send(socket, "0002hi");
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aServiceThatFailsToCloseDoesNotKeepTheRestFromEnding() throws Exception {
        TestProtocol stuck = new TestProtocol(ProtocolInfo.of("stuck", "1.0").port(10786), context -> new StreamService() {
            @Override
            public void serve(Connection peer) {}

            @Override
            public void close() {
                throw new ServiceConfigurationError("as it was told");
            }
        });
        Gateway gateway = TestGateway.start(folder, ANY_PORT + "listener.stuck.port = 0\n", echo(), stuck);

        gateway.close();

        try (Gateway again = TestGateway.start(folder, ANY_PORT + "listener.stuck.port = 0\n", echo(), stuck)) {
            assertThat(again.listeners()).hasSize(3);
        }
    }

    @Test
    void aHandlerThatNeverEndsDoesNotHoldUpTheEnd() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        TestProtocol stuck = new TestProtocol(ProtocolInfo.of("stuck", "1.0").silent().port(10780), context -> StreamService.of(peer -> {
            working.countDown();
            new CountDownLatch(1).await();
        }));
        Gateway gateway = TestGateway.start(folder, "limits.drain-time = \"200 ms\"\nlistener.stuck.port = 0\n", stuck);
        try (Socket socket = connect(gateway, "stuck")) {
            working.await();

            gateway.close();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
