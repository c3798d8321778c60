package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    private final FileTime longAgo = FileTime.from(Instant.now().minusSeconds(3600));

    @Test
    void itGoesWithAllThatIsInIt() throws Exception {
        TemporaryFolder folder = TemporaryFolder.create();
        Files.writeString(Files.createDirectory(folder.path().resolve("deep")).resolve("file"), "x");

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void oneWhoseProcessIsGoneIsSweptAwayByTheNext() throws Exception {
        TemporaryFolder killed = TemporaryFolder.create();
        killed.lock().close();
        Files.setLastModifiedTime(killed.path().resolve("lock"), longAgo);

        try (TemporaryFolder next = TemporaryFolder.create()) {
            next.sweep();

            assertThat(killed.path()).doesNotExist();
            assertThat(next.path()).exists();
        }
    }

    @Test
    void oneThatIsInUseOrMayBeAboutToBeStays() throws Exception {
        TemporaryFolder young = TemporaryFolder.create();
        young.lock().close();
        try (TemporaryFolder used = TemporaryFolder.create();
                TemporaryFolder next = TemporaryFolder.create()) {
            Path lock = Files.setLastModifiedTime(used.path().resolve("lock"), longAgo);

            next.sweep();

            assertThat(lock).exists();
            assertThat(young.path()).exists();
        } finally {
            young.close();
        }
    }
}
