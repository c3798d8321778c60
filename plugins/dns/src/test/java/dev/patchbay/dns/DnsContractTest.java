package dev.patchbay.dns;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.WireSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DnsContractTest extends StreamProtocolContract {

    private final Path hosts;

    DnsContractTest(@TempDir Path folder) throws IOException {
        hosts = Files.writeString(folder.resolve("hosts"), "10.0.0.7 bishop.lan\n");
    }

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new DnsProtocol())
                .option("hosts", hosts)
                .conversation(peer -> {
                    peer.expectFrame("DNS Server 1.0");
                    peer.sendFrame("bishop.lan");
                    peer.expectFrame("10.0.0.7");
                })
                .request("0010bishop.lan")
                .largest(peer -> {
                    peer.expectFrame("DNS Server 1.0");
                    peer.sendFrame("x".repeat(9999));
                    peer.expectFrame("unknown domain");
                });
    }
}
