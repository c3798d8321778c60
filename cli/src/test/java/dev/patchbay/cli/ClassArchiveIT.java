package dev.patchbay.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The archive of linked classes: with it a run may start sooner, and is otherwise the same as without.
class ClassArchiveIT {

    @TempDir
    Path folder;

    private Distribution distribution;

    @BeforeEach
    void useFolder() {
        distribution = new Distribution(folder);
    }

    @Test
    void thatOfTheBuildIsUsedByClientsAndGateways() throws Exception {
        packed();

        assertThat(loaded(Distribution.launcher(), Map.of(), "-c", "help")).anyMatch(ClassArchiveIT::isFromArchive);
        assertThat(loaded(Distribution.launcher(), Map.of(), "serve", "--check")).anyMatch(ClassArchiveIT::isFromArchive);
    }

    @Test
    void oneThatIsDamagedIsPassedOverInSilence() throws Exception {
        Path copy = copy();
        Path archive = Files.writeString(copy.resolve("lib").resolve(packed().getFileName()), "not an archive");
        Files.setLastModifiedTime(archive, Files.getLastModifiedTime(cli(copy)));

        assertThat(loaded(copy.resolve("bin/patchbay"), Map.of(), "-c", "help")).noneMatch(ClassArchiveIT::isFromArchive);
        assertUsable(copy);
    }

    @Test
    void oneThatIsNotAsOldAsTheJarsIsPassedOver() throws Exception {
        Path copy = copy();
        Path archive = Files.copy(packed(), copy.resolve("lib").resolve(packed().getFileName()));
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now()));

        assertThat(loaded(copy.resolve("bin/patchbay"), Map.of(), "-c", "help")).noneMatch(ClassArchiveIT::isFromArchive);
        assertUsable(copy);
    }

    @Test
    void anotherJdkMakesItsOwnAtItsFirstUseAtATerminal() throws Exception {
        Map<String, String> other = Map.of("JAVA_HOME", otherJdk().toString());

        assertThat(runAtTerminal(other)).isEmpty();
        Path cache = folder.resolve(".cache/patchbay");
        await().atMost(Duration.ofMinutes(1)).until(() -> hasArchive(cache));

        assertThat(loaded(Distribution.launcher(), other, "-c", "help")).anyMatch(ClassArchiveIT::isFromArchive);
        assertThat(distribution.run(Distribution.launcher(), other, "", "-c", "help").err()).isEmpty();
    }

    @Test
    void whereNoneCanBeKeptNobodyNotices() throws Exception {
        Map<String, String> other = Map.of("JAVA_HOME", otherJdk().toString(), "XDG_CACHE_HOME", "/proc/nowhere");

        assertThat(runAtTerminal(other)).isEmpty();
    }

    @Test
    void awayFromATerminalNoneIsMade() throws Exception {
        Map<String, String> other = Map.of("JAVA_HOME", otherJdk().toString());

        assertThat(distribution.run(Distribution.launcher(), other, "", "-c", "help").code()).isZero();

        assertThat(folder.resolve(".cache")).doesNotExist();
    }

    private String runAtTerminal(Map<String, String> variables) throws Exception {
        Path complaints = folder.resolve("complaints");
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Process process = distribution.startAt(terminal, Distribution.launcher(), complaints, variables, "-c", "help");
            assertThat(process.waitFor()).isZero();
            await().until(() -> terminal.shown().contains("open ADDRESS"));
        }
        return Files.readString(complaints);
    }

    private void assertUsable(Path copy) throws Exception {
        Distribution.Run run = distribution.run(copy.resolve("bin/patchbay"), Map.of(), "", "-c", "help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    private List<String> loaded(Path launcher, Map<String, String> variables, String... arguments) throws Exception {
        Path log = folder.resolve("loaded.log");
        Map<String, String> all = new HashMap<>(variables);
        all.put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        assertThat(distribution.run(launcher, all, "", arguments).code()).isZero();
        return Files.readAllLines(log);
    }

    private static boolean isFromArchive(String line) {
        return line.contains("dev.patchbay.cli.Cli source: shared objects file");
    }

    /// The archive that the build made; the test is skipped if this JDK makes none.
    private static Path packed() throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(Distribution.home().resolve("lib"), "*.aot")) {
            for (Path archive : archives) {
                return archive;
            }
        }
        return abort("the build has made no archive of classes");
    }

    private static boolean hasArchive(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(cache, "*.aot")) {
            return archives.iterator().hasNext();
        }
    }

    /// A distribution with the same jars and no archive.
    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        for (String part : List.of("bin", "lib", "plugins")) {
            Files.createDirectories(copy.resolve(part));
        }
        Files.copy(Distribution.launcher(), copy.resolve("bin/patchbay"));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Distribution.home().resolve("lib"), "*.jar")) {
            for (Path jar : jars) {
                Files.copy(jar, copy.resolve("lib").resolve(jar.getFileName()), COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static Path cli(Path copy) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(copy.resolve("lib"), "patchbay-cli-*.jar")) {
            return jars.iterator().next();
        }
    }

    /// A JDK at another place and of another build, as far as anybody can see; it runs as this one does.
    private Path otherJdk() throws IOException {
        Path real = Path.of(System.getProperty("java.home"));
        Path other = folder.resolve("jdk");
        Files.createDirectories(other.resolve("bin"));
        Files.copy(real.resolve("bin/java"), other.resolve("bin/java"));
        Files.createSymbolicLink(other.resolve("lib"), real.resolve("lib"));
        Files.writeString(other.resolve("release"), Files.readString(real.resolve("release")) + "BUILD_INFO=\"another\"\n");
        return other;
    }
}
