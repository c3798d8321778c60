package dev.patchbay.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void folderIsMadeForItsOwnerOnly() throws IOException {
        Path path = temp.resolve("a/b");

        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.path()).isEqualTo(path).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rwx------");
        }
    }

    @Test
    void secondGatewayOnOneFolderIsRefusedUntilTheFirstHasEnded() throws IOException {
        try (DataFolder _ = DataFolder.open(temp)) {
            assertThatThrownBy(() -> DataFolder.open(temp))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another gateway runs on the data folder " + temp + ": stop it, or give this one another with --data");
        }

        DataFolder.open(temp).close();
    }

    @Test
    void placeThatCannotBeAFolderIsRefusedWithWhatToDo() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the data folder " + file + " cannot be used")
                .hasMessageEndingWith("give another one with --data");
    }
}
