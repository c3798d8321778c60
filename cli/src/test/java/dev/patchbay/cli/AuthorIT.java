package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way of somebody who writes a plugin, with the distribution alone; what the guide says of it, Maven included, is done by `GuideIT`.
class AuthorIT {

    private static final String NAME = "loud-echo";

    @TempDir
    Path folder;

    private Distribution distribution;
    private Path plugins;

    @BeforeEach
    void useFolder() throws Exception {
        distribution = new Distribution(folder);
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "kotlin"})
    void aNewPluginIsThatOfTheArchetype(String language) throws Exception {
        Path project = folder.resolve(NAME);
        Distribution.Run made = distribution.run("new-plugin", NAME, "--language", language, "--folder", project.toString());
        assertThat(made.err()).isEmpty();

        // What `mvn archetype:generate` makes has been made by the build of the archetype.
        Path generated = Path.of("../plugins/archetype/target/test-classes/projects", language, "project", NAME);
        SortedMap<String, String> expected = PluginFiles.contents(generated);
        expected.computeIfPresent("pom.xml", (_, pom) -> pom.replace("file:///opt/patchbay/maven", Distribution.maven().toUri().toString()));

        assertThat(expected).containsKey("pom.xml");
        assertThat(PluginFiles.contents(project)).isEqualTo(expected);
    }

    @Test
    void theSamplesAreDroppedInAsTheirBuildLeavesThemAndSpokenTo() throws Exception {
        PluginFiles.drop(Path.of("../plugins/sample-java/target/poll/poll.jar"), plugins);
        PluginFiles.drop(Path.of("../plugins/sample-kotlin/target/weather"), plugins);
        Process server = distribution.serve(folder.resolve("serve.out"), plugins, "choices = 'tea, coffee'\n", "lobby", "weather", "poll");
        try {
            Distribution.Run voted = talk("open poll; tea; results");
            assertThat(voted).isEqualTo(new Distribution.Run(0, "Shall we go on? tea, coffee\n1 tea\n0 coffee\n", ""));

            Distribution.Run reported = talk("open weather; roof 21.5; now");
            assertThat(reported).isEqualTo(new Distribution.Run(0, "roof 21.5\n", ""));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private Distribution.Run talk(String commands) throws Exception {
        return distribution.run("--plugins", plugins.toString(), "--user", "alice", "-c", commands);
    }
}
