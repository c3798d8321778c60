package dev.patchbay.cli.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `mvn` for the shell of a reader: Maven, as it runs this build, building a project of somebody else. It reaches no network: in place of
/// Maven Central it has what this build has fetched. And it leaves no trace: what it fetches of Patchbay itself stays in a repository of
/// its own.
final class MavenCommand {

    private static final Path HOME = Path.of(System.getProperty("patchbay.maven.home"));
    private static final Path FETCHED = Path.of(System.getProperty("patchbay.maven.repository"));
    private static final Path OWN = Path.of("target/nested-maven").toAbsolutePath();

    /// Without the better compiler of machine code, which a run of seconds does not repay.
    private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    private MavenCommand() {}

    /// @param kotlin the Kotlin of READMEs, which is built with the first project in Kotlin
    static void install(Path bin, KotlinBlocks kotlin) throws IOException {
        forgetPatchbay();
        Path settings = Files.writeString(Files.createDirectories(OWN).resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>fetched</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(FETCHED.toUri()));
        Installation.command(bin.resolve("mvn"), """
                %s
                MAVEN_OPTS='%s' exec '%s' -B -s '%s' -Dmaven.repo.local='%s' "$@"
                """.formatted(kotlin.joining(), OPTIONS, HOME.resolve("bin/mvn"), settings, OWN.resolve("repository")));
    }

    /// The version of Patchbay is always the same here, and Maven looks but once for what has one.
    private static void forgetPatchbay() throws IOException {
        Path patchbay = OWN.resolve("repository/dev/patchbay");
        if (Files.exists(patchbay)) {
            try (Stream<Path> files = Files.walk(patchbay)) {
                List<Path> deepest = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepest) {
                    Files.delete(file);
                }
            }
        }
    }
}
