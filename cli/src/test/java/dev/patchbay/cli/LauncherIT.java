package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, and what it loads.
class LauncherIT {

    @TempDir
    Path folder;

    private Distribution distribution;

    @BeforeEach
    void useFolder() {
        distribution = new Distribution(folder);
    }

    @Test
    void versionIsAnsweredThroughALink() throws Exception {
        Path far = Files.createSymbolicLink(folder.resolve("far"), Distribution.launcher());
        Path near = Files.createSymbolicLink(folder.resolve("near"), Path.of("far"));

        Distribution.Run run = distribution.run(near, Map.of(), "", "--version");

        assertThat(run.out()).matches("patchbay \\d+\\.\\d+\\.\\d+\\n");
        assertThat(run.code()).isZero();
        assertThat(far).exists();
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk-17/bin"));
        Files.writeString(folder.resolve("jdk-17/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n");
        Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 77\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Map<String, String> home = Map.of("JAVA_HOME", folder.resolve("jdk-17").toString());
        Distribution.Run run = distribution.run(Distribution.launcher(), home, "", "--version");

        assertThat(run.code()).isZero();
    }

    @Test
    void aJavaThatIsOrderedAndNotThereIsToldSo() throws Exception {
        Distribution.Run run = distribution.run(Distribution.launcher(), Map.of("PATCHBAY_JAVA", "/nowhere/jdk"), "", "--version");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("patchbay: PATCHBAY_JAVA is /nowhere/jdk, and there is no java to run");
    }

    @Test
    void versionLoadsNeitherATerminalNorAParserAndACommandNoTerminal() throws Exception {
        assertThat(loaded("--version"))
                .anyMatch(line -> line.contains("dev.patchbay.cli.Cli"))
                .noneMatch(line -> line.matches(".*(jline|picocli).*"));
        assertThat(loaded("-c", "help"))
                .anyMatch(line -> line.contains("dev.patchbay.cli.repl.Repl"))
                .noneMatch(line -> line.contains("jline"));
    }

    private List<String> loaded(String... arguments) throws Exception {
        Path log = folder.resolve("loaded.log");
        distribution.run(Distribution.launcher(), Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), "", arguments);
        return Files.readAllLines(log);
    }

    @Test
    void aHomeThatCannotBeWrittenIsNoObstacle() throws Exception {
        Distribution.Run run = distribution.run(Distribution.launcher(), Map.of("HOME", "/proc/nowhere"), "", "-c", "help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }
}
