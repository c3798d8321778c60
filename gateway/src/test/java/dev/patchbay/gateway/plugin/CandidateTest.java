package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateTest {

    @TempDir
    Path folder;

    @Test
    void candidatesAndTheirJarsComeByNameWhateverTheFileSystemSays() throws Exception {
        for (String name : List.of("c.jar", "b/z.jar", "b/a.JAR", "b/notes.txt", "b/.hidden.jar", "b/deep/x.jar", "a.jar")) {
            PluginJar.write(folder.resolve(name), new byte[1]);
        }

        assertThat(candidates()).containsExactly(
                new Candidate(folder.resolve("a.jar"), List.of(folder.resolve("a.jar"))),
                new Candidate(folder.resolve("b"), List.of(folder.resolve("b/a.JAR"), folder.resolve("b/z.jar"))),
                new Candidate(folder.resolve("c.jar"), List.of(folder.resolve("c.jar"))));
    }

    @Test
    void aLinkToAJarElsewhereIsACandidateUnderItsOwnName() throws Exception {
        Path elsewhere = PluginJar.write(folder.resolve(".elsewhere/chat-7.bin"), new byte[1]);
        Files.createSymbolicLink(folder.resolve("chat.jar"), elsewhere);

        assertThat(candidates()).extracting(Candidate::name).containsExactly("chat.jar");
    }

    private List<Candidate> candidates() {
        return switch (Candidate.in(folder)) {
            case Check.Passed<List<Candidate>>(List<Candidate> found) -> found;
            case Check.Failed<List<Candidate>>(Problem problem) -> throw new AssertionError(problem);
        };
    }
}
