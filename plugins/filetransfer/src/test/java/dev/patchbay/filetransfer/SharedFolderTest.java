package dev.patchbay.filetransfer;

import static dev.patchbay.filetransfer.Contents.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFolderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final FileName A = new FileName("a");

    private final Path path;
    private final SharedFolder folder;

    SharedFolderTest(@TempDir Path path) throws IOException {
        this.path = path;
        folder = new SharedFolder(path, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void itListsItsOwnFilesByName() throws IOException {
        write("b", "hello", NOW);
        write("a", "", NOW);
        write(".hidden", "x", NOW);
        Files.createDirectory(path.resolve("folder"));
        Files.createSymbolicLink(path.resolve("link"), path.resolve("b"));

        assertThat(folder.list()).containsExactly(
                new SharedFolder.Entry(A, 0, NOW), new SharedFolder.Entry(new FileName("b"), 5, NOW));
    }

    @Test
    void aChecksumIsThatOfTheContentAsItIsNow() throws IOException {
        for (String content : List.of("one", "two", "longer")) {
            write("a", content, NOW);
            try (SharedFile file = folder.open(A)) {
                assertThat(file.checksum().hex()).isEqualTo(sha256(content));
            }
        }
    }

    @Test
    void theChecksumOfAFileThatHasRestedIsNotComputedAgain() throws IOException {
        FileTime old = FileTime.from(NOW.minusSeconds(60));
        write("a", "one", old.toInstant());
        folder.open(A).close();

        // Only somebody who changes a file and hides that can tell.
        Files.writeString(path.resolve("a"), "two");
        Files.setLastModifiedTime(path.resolve("a"), old);
        try (SharedFile file = folder.open(A)) {
            assertThat(file.checksum().hex()).isEqualTo(sha256("one"));
        }
        write("a", "two", NOW.minusSeconds(59));
        try (SharedFile file = folder.open(A)) {
            assertThat(file.checksum().hex()).isEqualTo(sha256("two"));
        }
    }

    @Test
    void partsThatNobodyContinuesAreRemovedAndThoseInUseStay() throws IOException {
        Checksum idle = new Checksum(sha256("idle"));
        Checksum busy = new Checksum(sha256("busy"));
        Checksum young = new Checksum(sha256("young"));
        write(".parts/" + idle + ".part", "id", NOW.minusSeconds(100));
        write(".parts/" + busy + ".part", "bu", NOW.minusSeconds(100));
        write(".parts/" + young + ".part", "yo", NOW);

        try (Part part = folder.part(busy)) {
            assertThat(folder.dropParts(NOW.minusSeconds(50))).isEqualTo(1);
            assertThat(part.size()).isEqualTo(2);
        }

        assertThat(path.resolve(".parts").toFile().list()).containsExactlyInAnyOrder(busy + ".part", young + ".part");
    }

    @Test
    void aPartBelongsToOneAtATimeAndAnEmptyOneToNobody() throws IOException {
        Checksum content = new Checksum(sha256("hello"));
        try (Part part = folder.part(content)) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> folder.part(content)).withMessageContaining("under way");
            part.channel().write(ByteBuffer.wrap(new byte[] {'h'}));
        }
        try (Part part = folder.part(content)) {
            assertThat(part.size()).isEqualTo(1);
            part.clear();
        }
        assertThat(path.resolve(".parts")).isEmptyDirectory();
    }

    @Test
    void aPartThatWasPublishedIsNoPartAnyMore() throws IOException {
        Checksum content = new Checksum(sha256("h"));
        Part published = folder.part(content);
        published.channel().write(ByteBuffer.wrap(new byte[] {'h'}));
        folder.publish(published, A, false);

        try (Part next = folder.part(content)) {
            published.close();
            next.channel().write(ByteBuffer.wrap(new byte[] {'x'}));
            assertThat(next.size()).isEqualTo(1);
        }

        assertThat(path.resolve("a")).hasContent("h");
        assertThat(path.resolve(".parts").toFile().list()).containsExactly(content + ".part");
    }

    @Test
    void aFolderIsNeverReplaced() throws IOException {
        Files.createDirectory(path.resolve("a"));
        try (Part part = folder.part()) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> folder.publish(part, A, true)).withMessageContaining("already");
        }
        assertThat(path.resolve("a")).isEmptyDirectory();
    }

    private void write(String name, String content, Instant modified) throws IOException {
        Files.setLastModifiedTime(Files.writeString(path.resolve(name), content), FileTime.from(modified));
    }
}
