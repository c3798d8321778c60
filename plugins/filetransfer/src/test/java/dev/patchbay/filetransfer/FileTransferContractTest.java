package dev.patchbay.filetransfer;

import static dev.patchbay.filetransfer.Contents.sha256;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileTransferContractTest extends StreamProtocolContract {

    private final Path folder;
    private int conversations;

    FileTransferContractTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.write(folder.resolve("big"), new byte[100_000]);
    }

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new FileTransferProtocol())
                .option("folder", folder)
                .option("max-size", "1 kB")
                .conversation(peer -> {
                    String content = "hello " + conversations++;
                    String name = "file " + conversations;
                    put(content, name, peer);
                    peer.sendFrame("get 0 " + name);
                    peer.expectFrame("sending " + content.length() + " " + sha256(content));
                    peer.expect(content);
                })
                .request("0009get 0 big")
                .largest(peer -> put("x".repeat(1000), "largest", peer))
                .tooLarge(peer -> {
                    peer.expectFrame("File Transfer 1.0");
                    peer.sendFrame("put 1001 " + sha256("x") + " larger");
                    peer.expectFrame("error: a file has at most 1000 bytes here, not 1001");
                    peer.sendFrame("x".repeat(9999));
                    peer.expectFrame("error: a request is put, get, list, delete or quit");
                });
    }

    private static void put(String content, String name, TestPeer peer) {
        peer.expectFrame("File Transfer 1.0");
        peer.sendFrame("put " + content.length() + " " + sha256(content) + " " + name);
        peer.expectFrame("ready 0");
        peer.send(content);
        peer.expectFrame("stored " + sha256(content));
    }
}
