package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Many upgrades of a plugin that is used all the time, in a process that has no room for the classes of many generations.
class UpgradeSoakTest {

    /// A gateway needs a quarter of it; the rest is soon full if generations of the plugin, of a megabyte each, stay.
    private static final String METASPACE = "48m";

    private static List<String> complaints = List.of();

    @BeforeAll
    static void soak(@TempDir Path folder) throws Exception {
        SoakPlugin.write(folder.resolve("jars"), UpgradeSoak.WARM_UP + UpgradeSoak.UPGRADES);
        // A warning of the gateway is a complaint too.
        Files.writeString(folder.resolve("logging.properties"), "handlers = java.util.logging.ConsoleHandler\n.level = WARNING\n");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command(folder)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            boolean ended = process.waitFor(50, TimeUnit.SECONDS);
            complaints = Files.readAllLines(log);
            assertThat(ended).as(() -> "it ends in time: " + complaints).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void manyUpgradesUnderLoadDisturbNobodyAndLeaveNothingBehind() {
        assertThat(complaints).filteredOn(line -> !line.startsWith(UpgradeSoak.OPEN)).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the open files of a process are only seen in /proc")
    void noCopyOfAVersionThatIsGoneStaysOpen() {
        assertThat(complaints).filteredOn(line -> line.startsWith(UpgradeSoak.OPEN)).isEmpty();
    }

    private static List<String> command(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxMetaspaceSize=" + METASPACE, "-XX:SoftRefLRUPolicyMSPerMB=1", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                // As the packaged program has it.
                "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR", "-Djava.util.logging.config.file=" + folder.resolve("logging.properties"),
                "-cp", System.getProperty("java.class.path"), UpgradeSoak.class.getName(), folder.toString());
    }
}
