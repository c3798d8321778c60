package dev.patchbay.filetransfer;

import static dev.patchbay.filetransfer.Contents.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import dev.patchbay.testkit.TestPeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class FileTransferClientModeContractTest extends ClientModeContract {

    private final Path folder;

    FileTransferClientModeContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected Protocol protocol() {
        return new FileTransferProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("ls", "get --force a " + folder.resolve("a"), "rm a");
    }

    /// The names are asked for once before anything is typed.
    @Override
    protected byte[] answers() {
        String list = "00011" + TestPeer.frame("5 2026-01-02T03:04:05Z a");
        String get = TestPeer.frame("sending 5 " + sha256("hello")) + "hello";
        return (list + list + get + TestPeer.frame("deleted a")).getBytes(UTF_8);
    }
}
