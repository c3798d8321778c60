package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.HostedService;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.wire.Datagram;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherServicesTest {

    @TempDir
    Path folder;

    @Test
    void datagramsAreAnsweredFromTheListenersAddress() throws Exception {
        TestProtocol echo = new TestProtocol(ProtocolInfo.of("datagrams", "1.0").port(10782), context -> DatagramService.of((datagram, sender) -> {
            if (datagram.text().equals("fail")) {
                throw new IllegalStateException("as it was told");
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
}
