package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {

    private static final String OVER = "patchbay.test.loading-is-over";

    @TempDir
    Path temp;

    @Test
    void aConstructorThatDoesNotReturnIsARejectionAndWhatItMakesInTheEndIsDropped() {
        Path jar = PluginJar.named("slow")
                .provider("test.Slow", """
                        public Slow() {
                            while (!Boolean.getBoolean("%s")) {
                                try { Thread.sleep(5); } catch (InterruptedException e) { }
                            }
                        }
                        """.formatted(OVER), "return ProtocolInfo.of(\"slow\", \"1\");", "return null;")
                .writeTo(temp.resolve("slow.jar"));
        PluginLoader loader = new PluginLoader(new CopyFolder(temp.resolve("copies")), new InfoCheck(Set.of()), Duration.ofSeconds(1));
        Identified identified = (Identified) loader.identify(new Candidate(jar, List.of(jar)));

        PluginEntry entry = loader.link(identified, 1, new Claims(List.of()));

        assertThat(entry.flaws()).extracting(Flaw::problem)
                .containsExactly(new Problem(Reason.TOOK_TOO_LONG, "it has not been created within 1 s"));
        assertThat(identified.copy().folder()).as("it may still load from there").exists();
        System.setProperty(OVER, "true");
        await().until(() -> !Files.exists(identified.copy().folder()));
    }
}
