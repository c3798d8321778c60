package dev.patchbay.filetransfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileTransferPlainContractTest extends StreamProtocolContract {

    private final Path folder;
    private int conversations;

    FileTransferPlainContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected WireSamples samples() {
        return WireSamples.of(new FileTransferPlainProtocol())
                .option("folder", folder)
                .option("max-size", "1 kB")
                .conversation(peer -> {
                    String name = "file " + conversations++;
                    put(name + "\nhello", peer);
                    assertThat(folder.resolve(name)).hasContent("hello");
                })
                .request("endless\ncontent\n")
                .unfinished("half a na")
                .largest(peer -> {
                    put("largest\n" + "x".repeat(1000), peer);
                    assertThat(folder.resolve("largest")).hasSize(1000);
                })
                .tooLarge(peer -> {
                    put("larger\n" + "x".repeat(1001), peer);
                    assertThat(folder.resolve("larger")).doesNotExist();
                });
    }

    /// There is no answer, so the end of the connection is what shows that the server is done.
    static void put(String bytes, TestPeer peer) {
        peer.send(bytes);
        peer.closeOutput();
        peer.expectClosed();
    }
}
