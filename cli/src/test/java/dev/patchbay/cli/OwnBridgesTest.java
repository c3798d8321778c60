package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.gateway.Client;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnBridgesTest {

    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    /// A protocol whose streams are reached through the lobby only.
    private static final class AirProtocol implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("air", "1.0").broadcast().port(40000);
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> peer.frames().send("hello"));
        }
    }

    @Test
    void aBridgeIsALobbyThatLeadsToTheProtocolAndIsMadeOnce() throws Exception {
        AirProtocol air = new AirProtocol();
        try (OwnBridges bridges = new OwnBridges()) {
            InetSocketAddress lobby = bridges.lobby(air, HERE);

            try (var connection = Client.connect(lobby, Duration.ofSeconds(10), _ -> {})) {
                assertThat(connection.frames().receive()).isEqualTo("Patchbay 1.0");
                connection.frames().send("open air");
                assertThat(connection.frames().receive()).isEqualTo("air 1.0");
                assertThat(connection.frames().receive()).isEqualTo("hello");
            }
            assertThat(bridges.lobby(air, HERE)).isEqualTo(lobby);
        }
    }

    @Test
    void afterTheEndItIsGone() throws Exception {
        OwnBridges bridges = new OwnBridges();
        InetSocketAddress lobby = bridges.lobby(new AirProtocol(), HERE);

        bridges.close();

        assertThatIOException().isThrownBy(() -> Client.connect(lobby, Duration.ofSeconds(10), _ -> {}));
    }
}
