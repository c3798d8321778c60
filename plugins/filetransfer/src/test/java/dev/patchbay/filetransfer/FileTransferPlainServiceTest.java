package dev.patchbay.filetransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTransferPlainServiceTest {

    private final Path parent;
    private final Path folder;
    @AutoClose
    private final ProtocolServer server;

    FileTransferPlainServiceTest(@TempDir Path parent) {
        this.parent = parent;
        folder = parent.resolve("shared");
        server = ProtocolServer.of(new FileTransferPlainProtocol()).option("folder", folder).option("max-size", "1 kB").start();
    }

    /// There is no answer, so the end of the connection is what shows that the server is done.
    private void send(String bytes) {
        try (TestPeer peer = server.connect()) {
            peer.send(bytes);
            peer.closeOutput();
            peer.expectClosed();
        }
    }

    @Test
    void theFirstLineIsTheNameAndTheRestTheContent() {
        send("my file.txt\nhello\nworld\n");
        send("dos.txt\r\nhello");
        send("empty\n");

        assertThat(folder.resolve("my file.txt")).hasContent("hello\nworld\n");
        assertThat(folder.resolve("dos.txt")).hasContent("hello");
        assertThat(folder.resolve("empty")).isEmptyFile();
    }

    @Test
    void aConnectionThatBreaksStoresNothing() throws IOException {
        TestPeer peer = server.connect();
        peer.send("a\nhel");
        await().until(() -> server.sessions() == 1 && !parts().isEmpty());
        assertThat(folder.resolve("a")).doesNotExist();
        peer.reset();
        await().until(() -> server.sessions() == 0);

        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(parts()).isEmpty();
    }

    @Test
    void aFileThatIsThereStaysAndSoItDoesOnSystemsThatTakeAnotherNameForIts() throws IOException {
        send("a\nhello");
        send("a\nother");
        send("A\nother");

        assertThat(folder.resolve("a")).hasContent("hello");
        assertThat(names(folder)).containsExactlyInAnyOrder(".parts", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "../up\nx", "/tmp/patchbay-up\nx", ".hidden\nx", "a/b\nx", "a\0b\nx", "nul\nx", "\u202ea\nx"})
    void noOtherNameIsTaken(String bytes) throws IOException {
        send(bytes);
        send("x".repeat(2000) + "\nx");

        assertThat(names(folder)).containsExactly(".parts");
        assertThat(names(parent)).containsExactly("shared");
    }

    @Test
    void aNameThatIsNotUtf8IsNotTaken() throws IOException {
        try (TestPeer peer = server.connect()) {
            peer.sendBytes((byte) 'a', (byte) 0xff, (byte) '\n', (byte) 'x');
            peer.closeOutput();
            peer.expectClosed();
        }

        assertThat(names(folder)).containsExactly(".parts");
    }

    private List<String> parts() throws IOException {
        return names(folder.resolve(".parts"));
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
