package dev.patchbay.dns;

import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsServiceTest {

    private final Path folder;
    private final Path hosts;
    @AutoClose
    private final ProtocolServer server;

    DnsServiceTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        hosts = Files.writeString(folder.resolve("hosts"), "10.0.0.7 bishop.lan bishop\nnonsense\n::1 six.lan\n");
        server = ProtocolServer.of(new DnsProtocol()).option("hosts", hosts).start();
    }

    @Test
    void theWireIsExactlyThis() {
        try (TestPeer peer = server.connect()) {
            peer.expect("0014DNS Server 1.0");

            peer.send("0010bishop.lan");
            peer.expect("000810.0.0.7");
            peer.send("0008king.lan");
            peer.expect("0014unknown domain");
            peer.send("000810.0.0.7");
            peer.expect("0010bishop.lan");

            peer.closeOutput();
            peer.expectClosed();
        }
    }

    @Test
    void questionsThatArriveTogetherAreAnsweredInOrder() {
        try (TestPeer peer = server.connect()) {
            peer.expectFrame("DNS Server 1.0");

            peer.send("0006bishop0007six.lan0007BISHOP.0000");

            peer.expect("000810.0.0.70003::1000810.0.0.70014unknown domain");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "€", ".", "9", ":", "\n", "\0"})
    void aQuestionOfNineThousandBytesOfAnythingIsAnUnknownDomain(String part) {
        try (TestPeer peer = server.connect()) {
            peer.expectFrame("DNS Server 1.0");
            peer.sendFrame(part.repeat(part.equals("€") ? 3333 : 9999));
            peer.expectFrame("unknown domain");
        }
    }

    @Test
    void aChangeOfTheFileCountsSoonForThoseWhoAreConnected() throws IOException {
        try (TestPeer peer = server.connect()) {
            peer.expectFrame("DNS Server 1.0");

            Files.writeString(hosts, "10.0.0.8 bishop.lan king.lan\n");

            await().atMost(Duration.ofSeconds(10)).until(() -> {
                peer.sendFrame("king.lan");
                return peer.receiveFrame().equals("10.0.0.8");
            });
            peer.sendFrame("bishop");
            peer.expectFrame("unknown domain");
        }
    }

    @Test
    void withoutAFileEverythingIsUnknown() {
        try (ProtocolServer empty = ProtocolServer.of(new DnsProtocol()).option("hosts", folder.resolve("none")).start();
                TestPeer peer = empty.connect()) {
            peer.expectFrame("DNS Server 1.0");
            peer.sendFrame("bishop.lan");
            peer.expectFrame("unknown domain");
        }
    }
}
