package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Handlers that keep their thread, in whatever way, hold up nobody else.
class BusyLoopTest {

    private static final AtomicReference<Connection> PEER = new AtomicReference<>();

    /// A thread that waits while it initialises a class cannot be taken off its carrier.
    private static final class Pinning {

        static final String RECEIVED = PEER.get().frames().receive();

        private Pinning() {}
    }

    @TempDir
    Path folder;

    private final AtomicInteger busy = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(1);

    private Gateway start() throws Exception {
        return TestGateway.start(
                folder,
                "listener.odd.port = 0\nlistener.echo.port = 0\n",
                new TestProtocol(ProtocolInfo.of("odd", "1.0").silent(), context -> StreamService.of(this::serveOddly)),
                new TestProtocol(ProtocolInfo.of("echo", "1.0").silent(), context -> StreamService.of(BusyLoopTest::echo)));
    }

    private static void echo(Connection peer) {
        while (peer.frames().hasNext()) {
            peer.frames().send(peer.frames().receive());
        }
    }

    private void serveOddly(Connection peer) throws Exception {
        switch (peer.frames().receive()) {
            case "spin" -> {
                busy.incrementAndGet();
                while (enough.getCount() > 0) {
                    Thread.onSpinWait();
                }
                peer.frames().send("spun");
            }
            case "pin" -> {
                PEER.set(peer);
                busy.incrementAndGet();
                peer.frames().send(Pinning.RECEIVED);
            }
            default -> Thread.ofVirtual().start(() -> {
                busy.incrementAndGet();
                while (enough.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }).join();
        }
    }

    private static void expectEcho(Socket peer) throws Exception {
        for (int i = 0; i < 100; i++) {
            send(peer, "0002hi");
            assertThat(receive(peer, 6)).isEqualTo("0002hi");
        }
    }

    @Test
    void handlersThatSpinAreLeftToThemselvesAndEndAsTheyLike() throws Exception {
        try (Gateway gateway = start();
                Socket one = connect(gateway, "odd");
                Socket two = connect(gateway, "odd");
                Socket bystander = connect(gateway, "echo")) {
            send(one, "0004spin");
            send(two, "0004spin");
            await().until(() -> busy.get() == 2);

            expectEcho(bystander);

            enough.countDown();
            assertThat(receive(one, 8)).isEqualTo("0004spun");
            assertThat(receive(two, 8)).isEqualTo("0004spun");
        }
    }

    @Test
    void aPinnedHandlerThatWaitsForItsOwnPeerIsWokenByTheLoopItHolds() throws Exception {
        try (Gateway gateway = start();
                Socket pinned = connect(gateway, "odd");
                Socket bystander = connect(gateway, "echo")) {
            send(pinned, "0003pin");
            await().until(() -> busy.get() == 1);
            expectEcho(bystander);

            send(pinned, "0005there");

            assertThat(receive(pinned, 9)).isEqualTo("0005there");
        }
    }

    @Test
    void aThreadThatAHandlerStartsMaySpinToo() throws Exception {
        try (Gateway gateway = start();
                Socket odd = connect(gateway, "odd");
                Socket bystander = connect(gateway, "echo")) {
            send(odd, "0006thread");
            await().until(() -> busy.get() == 1);

            expectEcho(bystander);
            enough.countDown();
        }
    }
}
