package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.HandClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsFileTest {

    private final HandClock clock = new HandClock();
    private final ListLogger log = new ListLogger();
    private final Path path;

    HostsFileTest(@TempDir Path folder) throws IOException {
        path = Files.writeString(folder.resolve("hosts"), "10.0.0.1 a\n");
    }

    @Test
    void aChangeCountsWhenTheFileIsLookedAtAgain() throws IOException {
        HostsFile file = open();

        Files.writeString(path, "10.0.0.2 a\n10.0.0.3 b\n");

        assertThat(file.table().answer("a")).contains("10.0.0.1");
        clock.advance(HostsFile.CHECK_INTERVAL);
        assertThat(file.table().answer("a")).contains("10.0.0.2");
        assertThat(file.table().answer("b")).contains("10.0.0.3");
    }

    @Test
    void aFileThatDidNotChangeIsNotReadAgain() {
        HostsFile file = open();
        HostsTable table = file.table();

        clock.advance(Duration.ofHours(1));

        assertThat(file.table()).isSameAs(table);
    }

    @Test
    void aReplacementOfTheSameSizeAndTimeIsSeen() throws IOException {
        HostsFile file = open();
        FileTime modified = Files.getLastModifiedTime(path);

        Path next = Files.writeString(path.resolveSibling("next"), "10.0.0.2 a\n");
        Files.setLastModifiedTime(next, modified);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
        clock.advance(HostsFile.CHECK_INTERVAL);

        assertThat(file.table().answer("a")).contains("10.0.0.2");
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheLooking() throws IOException {
        HostsFile file = open();

        Files.writeString(path, "10.0.0.2 a\n10.0.0.3 b\n");
        clock.advance(Duration.ofDays(-1));

        assertThat(file.table().answer("a")).contains("10.0.0.2");
    }

    @Test
    void withoutAFileEveryNameIsUnknownUntilThereIsOneAndOneWarningSaysSo() throws IOException {
        Files.delete(path);
        HostsFile file = open();
        clock.advance(HostsFile.CHECK_INTERVAL);

        assertThat(file.table().answer("a")).isEmpty();
        assertThat(log.warnings()).singleElement().asString().contains(path.toString(), "does not exist");

        Files.writeString(path, "10.0.0.1 a\n");
        clock.advance(HostsFile.CHECK_INTERVAL);

        assertThat(file.table().answer("a")).contains("10.0.0.1");
    }

    @Test
    void aFileThatGoesAndComesIsWarnedOfEachTime() throws IOException {
        HostsFile file = open();

        for (int i = 0; i < 2; i++) {
            Files.delete(path);
            clock.advance(HostsFile.CHECK_INTERVAL);
            assertThat(file.table().answer("a")).isEmpty();
            Files.writeString(path, "10.0.0.1 a\n");
            clock.advance(HostsFile.CHECK_INTERVAL);
            assertThat(file.table().answer("a")).contains("10.0.0.1");
        }

        assertThat(log.warnings()).hasSize(2);
    }

    @Test
    void aFolderIsNoHostsFile() throws IOException {
        Files.delete(path);
        Files.createDirectory(path);

        assertThat(open().table().answer("a")).isEmpty();
        assertThat(log.warnings()).singleElement().asString().contains("it is not a file");
    }

    @Test
    void aBadLineIsReportedWithFileAndNumberAndSkipped() throws IOException {
        Files.writeString(path, "10.0.0.1 a\nnonsense\n10.0.0.2 b\n");

        HostsTable table = open().table();

        assertThat(table.answer("b")).contains("10.0.0.2");
        assertThat(log.warnings()).containsExactly(path + ":2: line skipped: 'nonsense' is not an IP address");
    }

    @Test
    void aFileOfNonsenseDoesNotFillTheLog() throws IOException {
        Files.writeString(path, "nonsense\n".repeat(1000));

        open();

        assertThat(log.warnings()).hasSize(11).last().asString().contains("1000 lines skipped in all");
    }

    @Test
    void bytesThatAreNotUtf8HideNothingElse() throws IOException {
        Files.writeString(path, "10.0.0.1 a # caf\u00e9\n10.0.0.2 b\n", StandardCharsets.ISO_8859_1);

        assertThat(open().table().answer("b")).contains("10.0.0.2");
        assertThat(log.warnings()).isEmpty();
    }

    private HostsFile open() {
        return new HostsFile(path, clock, log);
    }
}
