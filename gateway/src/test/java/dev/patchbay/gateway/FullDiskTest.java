package dev.patchbay.gateway;

import static dev.patchbay.gateway.EchoPlugin.expectAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gateway that has no room for the private copy of a large jar, as its system lets it write no large file.
class FullDiskTest {

    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path folder;

    @Test
    void aJarThatCannotBeCopiedIsToldAndTheOthersAreServed() throws Exception {
        assumeTrue(Files.isExecutable(SHELL), "there is no " + SHELL + " to limit the files of a process");
        EchoPlugin.jar("a", "1").writeTo(jar("a"));

        // In blocks of half a kilobyte, or of a whole one.
        ChildGateway gateway = ChildGateway.start(folder, "a", SHELL.toString(), "-c", "ulimit -f 6000; exec \"$0\" \"$@\"");
        try (Socket before = gateway.connect()) {
            byte[] large = new byte[8 << 20];
            new Random(1).nextBytes(large);
            EchoPlugin.jar("large", "1").entry("large", large).writeTo(jar("large"));

            assertThat(gateway.ask("plugins reload")).contains(
                    "large.jar: no copy can be made in ", "make the data folder writable, with room on its disk");
            expectAnswer(before, "1");
            assertThat(copies()).as("nothing is left of the copy").hasSize(1).noneMatch(name -> name.startsWith("copying"));

            EchoPlugin.jar("a", "2").writeTo(jar("a"));
            gateway.ask("plugins reload");
            expectAnswer(before, "1");
            try (Socket after = gateway.connect()) {
                expectAnswer(after, "2");
            }
        } finally {
            gateway.end();
        }
    }

    private Path jar(String id) {
        return folder.resolve("plugins/" + id + ".jar");
    }

    private List<String> copies() throws IOException {
        try (Stream<Path> copies = Files.list(folder.resolve("data/run/plugins"))) {
            return copies.map(copy -> copy.getFileName().toString()).toList();
        }
    }
}
