package dev.patchbay.udpbroadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.testkit.ProtocolServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class UdpBroadcastProtocolTest {

    @Test
    void itListensToBroadcastsWhichOnLoopbackHaveAnAddressOfTheirOwn() {
        try (ProtocolServer server = ProtocolServer.start(new UdpBroadcastProtocol())) {
            assertThat(server.address().getAddress().getHostAddress()).isEqualTo("127.255.255.255");
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithTheOptionsName() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ProtocolServer.start(new UdpBroadcastProtocol(), Map.of("to", "\"everybody\"")))
                .withMessageContaining("'to' takes an IP address such as 192.168.1.255, not \"everybody\"");
    }

    @Test
    void whatIsHeardIsKept() throws IOException {
        Watched protocol = new Watched();
        try (ProtocolServer server = ProtocolServer.start(protocol);
                Neighbour neighbour = new Neighbour("127.0.0.1", server.address())) {
            neighbour.send("one");
            neighbour.send("two");

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(protocol.kept()).containsExactly(neighbour.name() + " one", neighbour.name() + " two"));
        }
    }

    /// The protocol, and a look at what it keeps.
    private static final class Watched implements Protocol {

        private final UdpBroadcastProtocol protocol = new UdpBroadcastProtocol();
        private final CompletableFuture<ServiceContext> context = new CompletableFuture<>();

        @Override
        public ProtocolInfo info() {
            return protocol.info();
        }

        @Override
        public Service open(ServiceContext given) {
            context.complete(given);
            return protocol.open(given);
        }

        List<String> kept() {
            try (Snapshot entries = context.join().journal(UdpBroadcastService.NAME).snapshot()) {
                return StreamSupport.stream(entries.spliterator(), false).map(Entry::text).toList();
            }
        }
    }
}
