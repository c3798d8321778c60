package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;

class DnsRfc1035ContractTest extends StreamProtocolContract {

    private static final byte[] QUERY = HexFormat.of().parseHex("001c" + DnsRfc1035ServiceTest.QUERY);

    /// A query, the rest of whose message is nothing.
    private static final byte[] LARGEST =
            ByteBuffer.allocate(2 + 65_535).putShort((short) 65_535).put(HexFormat.of().parseHex(DnsRfc1035ServiceTest.QUERY)).array();

    private final Path hosts;

    DnsRfc1035ContractTest(@TempDir Path folder) throws IOException {
        hosts = Files.writeString(folder.resolve("hosts"), "10.0.0.7 bishop.lan\n");
    }

    @Override
    protected WireSamples samples() {
        return WireSamples.of(new DnsRfc1035Protocol())
                .option("hosts", hosts)
                .conversation(peer -> {
                    peer.sendBytes(QUERY).expectHex("002c" + DnsRfc1035ServiceTest.ANSWER);
                })
                .request(QUERY)
                .unfinished(new byte[] {0, 28, 18})
                .largest(DnsRfc1035ContractTest::askAtLength)
                // The size has no room for more: one byte more is the next message, of which the rest is missing.
                .tooLarge(peer -> {
                    askAtLength(peer);
                    peer.send("\0");
                    peer.closeOutput();
                    peer.expectClosed();
                });
    }

    private static void askAtLength(TestPeer peer) {
        peer.sendBytes(LARGEST);
        int size = Short.toUnsignedInt(ByteBuffer.wrap(peer.receiveBytes(2)).getShort());
        assertThat(peer.receiveBytes(size)).startsWith(0x12, 0x34);
    }
}
