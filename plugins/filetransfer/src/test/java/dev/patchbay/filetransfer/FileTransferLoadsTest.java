package dev.patchbay.filetransfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.load.Load;
import dev.patchbay.testkit.LoadContract;
import dev.patchbay.testkit.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FileTransferLoadsTest extends LoadContract {

    private final Path folder;

    FileTransferLoadsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected Protocol protocol() {
        return new FileTransferProtocol();
    }

    @Override
    protected ServerSetup setup(Load load) {
        return super.setup(load).option("folder", folder).option("delete", true);
    }

    @AfterEach
    void nothingIsLeftInTheFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
