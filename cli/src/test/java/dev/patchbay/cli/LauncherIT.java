package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// Without the archive of classes, all of which are loaded at once.
    private List<String> loaded(String... arguments) throws Exception {
        Path log = folder.resolve("loaded.log");
        distribution.run(Distribution.launcher(), Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:file=" + log), "", arguments);
        return Files.readAllLines(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm-256color", "dumb", "nosuch", ""})
    void atATerminalThereIsAPromptWhateverItCallsItself(String type) throws Exception {
        Path complaints = folder.resolve("complaints");
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Process process = distribution.startAt(terminal, Distribution.launcher(), complaints, Map.of("TERM", type));
            await().until(() -> terminal.shown().contains("> "));
            terminal.type("help open\rquit\r");
            assertThat(process.waitFor()).isZero();
            await().until(() -> terminal.shown().contains("finds out what it speaks"));
        }
        assertThat(complaints).isEmptyFile();
    }

    @Test
    void aHomeThatCannotBeWrittenIsNoObstacle() throws Exception {
        Distribution.Run run = distribution.run(Distribution.launcher(), Map.of("HOME", "/proc/nowhere"), "", "-c", "help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }
}
