package dev.patchbay.udpbroadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import java.io.IOException;
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
                .isThrownBy(() -> ProtocolServer.of(new UdpBroadcastProtocol()).option("to", "everybody").start())
                .withMessageContaining("'to' takes an IP address such as 192.168.1.255, not \"everybody\"");
    }

    @Test
    void whatIsHeardIsKept() throws IOException {
        try (ProtocolServer server = ProtocolServer.start(new UdpBroadcastProtocol());
                Neighbour neighbour = new Neighbour("127.0.0.1", server.address())) {
            neighbour.send("one");
            neighbour.send("two");

            await().untilAsserted(() ->
                    assertThat(server.journal(UdpBroadcastService.NAME)).containsExactly(neighbour.name() + " one", neighbour.name() + " two"));
        }
    }
}
