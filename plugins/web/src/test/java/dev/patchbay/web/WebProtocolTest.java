package dev.patchbay.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.testkit.ProtocolServer;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebProtocolTest {

    @TempDir
    Path temp;

    @Test
    void withoutAChoiceAFolderWithAFirstPageIsMadeAndServed() throws IOException, URISyntaxException {
        try (ProtocolServer server = ProtocolServer.start(new WebProtocol())) {
            URI page = new URI("http://127.0.0.1:" + server.address().getPort() + "/");
            try (var stream = page.toURL().openStream()) {
                assertThat(new String(stream.readAllBytes(), UTF_8)).contains("<h1>Patchbay</h1>", "[listener.web]");
            }
        }
    }

    @Test
    void whatSomebodyPutIntoThatFolderStays() throws IOException {
        Path folder = WebFolder.inDataFolder(temp);
        Files.delete(folder.resolve("index.html"));

        assertThat(WebFolder.inDataFolder(temp)).isEqualTo(folder).isEmptyDirectory();
    }

    @Test
    void aChosenFolderMustBeThere() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        expectRefused(temp.resolve("none"), "does not exist: make it, or set another 'folder'");
        expectRefused(file, "is not a folder that can be read");
    }

    private static void expectRefused(Path folder, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ProtocolServer.of(new WebProtocol()).option("folder", folder).start())
                .withMessageContaining(folder + " " + message);
    }
}
