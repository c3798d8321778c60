package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Maven, as it runs this build, building a project of somebody else. It reaches no network: in place of Maven Central it has
/// what this build has fetched. And it leaves no trace: what it fetches of Patchbay itself stays in a repository of its own.
final class NestedMaven {

    private static final Path HOME = Path.of(System.getProperty("patchbay.maven.home"));
    private static final Path FETCHED = Path.of(System.getProperty("patchbay.maven.repository"));
    private static final Path OWN = Path.of("target/nested-maven").toAbsolutePath();

    /// Without the better compiler of machine code, which a run of seconds does not repay.
    private static final Map<String, String> ENVIRONMENT = Map.of("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto");

    private NestedMaven() {}

    /// Builds a project, and fails with the end of what Maven says if that fails.
    static void build(Path project, String... goals) throws IOException, InterruptedException {
        forgetPatchbay();
        Path settings = Files.writeString(Files.createDirectories(OWN).resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>fetched</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(FETCHED.toUri()));
        Path output = project.resolve("maven.out");
        ProcessBuilder maven = new ProcessBuilder(
                HOME.resolve("bin/mvn").toString(), "-B", "-q", "-s", settings.toString(), "-Dmaven.repo.local=" + OWN.resolve("repository"));
        maven.command().addAll(List.of(goals));
        maven.environment().putAll(ENVIRONMENT);
        int code = maven.directory(project.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        assertThat(code).as(() -> "the exit code of Maven, which says:\n" + read(output)).isZero();
    }

    /// The version of Patchbay is always the same here, and Maven looks but once for what has one.
    private static void forgetPatchbay() throws IOException {
        Path patchbay = OWN.resolve("repository/dev/patchbay");
        if (Files.exists(patchbay)) {
            try (Stream<Path> files = Files.walk(patchbay)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
