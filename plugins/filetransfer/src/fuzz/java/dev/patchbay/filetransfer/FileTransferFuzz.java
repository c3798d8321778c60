package dev.patchbay.filetransfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.testkit.CannedClient;
import java.nio.file.Path;

/// Requests, names of files, and servers.
class FileTransferFuzz {

    private static final Path FOLDER = Path.of("folder").toAbsolutePath();

    @FuzzTest
    void anyBytesWillDo(byte[] input) throws Exception {
        requestsAreUnderstoodOrRefused(input);
        aNameStaysInItsFolder(input);
        aServerMaySayAnything(input);
    }

    private void requestsAreUnderstoodOrRefused(byte[] input) {
        try {
            switch (Request.parse(new String(input, UTF_8))) {
                case Request.Put put -> checkName(put.name());
                case Request.Get get -> checkName(get.name());
                case Request.Delete delete -> checkName(delete.name());
                case Request.Listing _, Request.Quit _ -> {}
            }
        } catch (Refusal e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private void aNameStaysInItsFolder(byte[] input) {
        String text = new String(input, UTF_8);
        if (FileName.fits(text)) {
            checkName(new FileName(text));
        }
    }

    private static void checkName(FileName name) {
        try {
            Path path = name.in(FOLDER);
            assertThat(path.normalize().getParent()).isEqualTo(FOLDER);
            assertThat(path.getFileName()).hasToString(name.text());
        } catch (Refusal e) {
            // The system cannot hold such a name.
        }
    }

    private void aServerMaySayAnything(byte[] input) throws Exception {
        CannedClient.talk(new FileTransferClientMode(), input, "/ls", "/rm x", "/ls");
    }
}
