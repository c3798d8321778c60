package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.HostedService;
import dev.patchbay.api.ListenerInfo;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Datagram;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherServicesTest {

    @TempDir
    Path folder;

    @Test
    void datagramsAreAnsweredFromTheListenersAddress() throws Exception {
        TestProtocol echo = new TestProtocol(ProtocolInfo.of("datagrams", "1.0").port(10782), context -> DatagramService.of((datagram, sender) -> {
            if (datagram.text().equals("fail")) {
                throw new ServiceConfigurationError("as it was told");
            }
            sender.send(Datagram.text(datagram.peer(), "echo " + datagram.text()));
        }));

        try (Gateway gateway = TestGateway.start(folder, "listener.datagrams.port = 0\n", echo);
                DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(10_000);
            InetSocketAddress server = TestGateway.address(gateway, "datagrams");
            for (String text : new String[] {"fail", "hello"}) {
                socket.send(new DatagramPacket(text.getBytes(UTF_8), text.length(), server));
            }

            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            socket.receive(answer);

            assertThat(new String(answer.getData(), 0, answer.getLength(), UTF_8)).isEqualTo("echo hello");
            assertThat(answer.getSocketAddress()).isEqualTo(server);
        }
    }

    private static final class Hosted implements HostedService {

        private final AtomicReference<@Nullable ServerSocket> server = new AtomicReference<>();

        @Override
        public InetSocketAddress start(InetSocketAddress address) throws IOException {
            ServerSocket socket = new ServerSocket(address.getPort(), 1, address.getAddress());
            server.set(socket);
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public void stop() throws IOException {
            ServerSocket socket = server.get();
            if (socket != null) {
                socket.close();
            }
        }

        boolean open() {
            ServerSocket socket = server.get();
            return socket != null && !socket.isClosed();
        }
    }

    @Test
    void aHostedServiceIsToldWhereToListenAndWhenToStop() throws Exception {
        Hosted service = new Hosted();
        TestProtocol hosted = new TestProtocol(ProtocolInfo.of("hosted", "1.0").port(10783), context -> service);

        Gateway gateway = TestGateway.start(folder, "listener.hosted.port = 0\n", hosted);
        assertThat(TestGateway.address(gateway, "hosted").getPort()).isPositive();
        assertThat(service.open()).isTrue();
        gateway.close();

        assertThat(service.open()).isFalse();
    }

    @Test
    void aHostedServiceThatFindsItsPortTakenIsAListenerWithAProblem() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            TestProtocol hosted = new TestProtocol(ProtocolInfo.of("hosted", "1.0").port(10783), context -> new Hosted());

            try (Gateway gateway = TestGateway.start(folder, "listener.hosted.port = " + taken.getLocalPort() + "\n", hosted)) {
                assertThat(TestGateway.row(gateway, "hosted").problem().orElseThrow()).contains("is in use");
            }
        }
    }

    @Test
    void broadcastsReachEverybodyWhoSharesThePort() throws Exception {
        BlockingQueue<Datagram> first = new LinkedBlockingQueue<>();
        BlockingQueue<Datagram> second = new LinkedBlockingQueue<>();
        try (Gateway one = TestGateway.start(folder.resolve("one"), "listener.shared.port = 0\n", broadcast(first, ""))) {
            InetSocketAddress address = TestGateway.address(one, "shared");
            String samePort = "listener.shared.port = " + address.getPort() + "\n";
            try (Gateway two = TestGateway.start(folder.resolve("two"), samePort, broadcast(second, "hello"));
                    DatagramChannel sender = DatagramChannel.open(StandardProtocolFamily.INET)) {
                sender.setOption(StandardSocketOptions.SO_BROADCAST, true);

                sender.send(UTF_8.encode("start"), address);

                assertThat(TestGateway.row(two, "shared").problem()).isEmpty();
                assertThat(address.getAddress().getHostAddress()).isEqualTo("127.255.255.255");
                assertThat(next(first)).isEqualTo("start");
                assertThat(next(second)).isEqualTo("start");
                assertThat(next(first)).isEqualTo("hello");
                assertThat(next(second)).isEqualTo("hello");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"::1, cannot listen there (broadcasts need an address of IPv4): set host in [listener.shared]", "::, ''", "0.0.0.0, ''"})
    void broadcastsNeedAnAddressOfIpv4OrAll(String host, String problem) throws Exception {
        String config = "listener.shared.port = 0\nlistener.shared.host = \"" + host + "\"\n";

        try (Gateway gateway = TestGateway.start(folder, config, broadcast(new LinkedBlockingQueue<>(), ""))) {
            assertThat(TestGateway.row(gateway, "shared").problem().orElse("")).isEqualTo(problem);
        }
    }

    private static @Nullable String next(BlockingQueue<Datagram> heard) throws InterruptedException {
        Datagram datagram = heard.poll(10, TimeUnit.SECONDS);
        return datagram == null ? null : datagram.text();
    }

    /// Answers `start` with a broadcast, if it has something to say; knows its own by the port they come from.
    private static TestProtocol broadcast(BlockingQueue<Datagram> heard, String saying) {
        ProtocolInfo info = ProtocolInfo.of("shared", "1.0").port(10784).broadcast();
        return new TestProtocol(info, context -> DatagramService.of((datagram, sender) -> {
            heard.add(datagram);
            if (datagram.text().equals("start") && !saying.isEmpty()) {
                sender.send(Datagram.text(sender.listening(), saying));
            }
        }));
    }

    @Test
    void theLobbyOpensAProtocolWithoutAPortAndKnowsNoUnlistedOne() throws Exception {
        StreamService once = peer -> peer.chunks().send("here");
        TestProtocol portless = new TestProtocol(ProtocolInfo.of("portless", "1.0"), context -> once);
        TestProtocol unlisted = new TestProtocol(ProtocolInfo.of("unlisted", "1.0").port(10785).unlisted(), context -> once);
        try (Gateway gateway = TestGateway.start(folder, "listener.unlisted.port = 0\n", portless, unlisted);
                Socket lobby = TestGateway.connect(gateway, "lobby")) {
            TestGateway.send(lobby, "0013open unlisted0013open portless");

            assertThat(TestGateway.receiveAll(lobby))
                    .isEqualTo("0012Patchbay 1.0" + "0032error: unknown protocol unlisted" + "0012portless 1.0" + "here");
        }
    }

    @Test
    void aServiceIsToldWhereTheProtocolsCanBeReached() throws Exception {
        AtomicReference<@Nullable ServiceContext> context = new AtomicReference<>();
        TestProtocol echo = new TestProtocol(ProtocolInfo.of("datagrams", "1.0").port(10782), given -> {
            context.set(given);
            return DatagramService.of((datagram, sender) -> {});
        });

        try (Gateway gateway = TestGateway.start(folder, "listener.datagrams.port = 0\n", echo)) {
            assertThat(Objects.requireNonNull(context.get()).listeners())
                    .containsExactlyInAnyOrder(
                            new ListenerInfo("datagrams", TestGateway.address(gateway, "datagrams"), true),
                            new ListenerInfo("lobby", TestGateway.address(gateway, "lobby"), false));
        }
    }
}
