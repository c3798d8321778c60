package dev.patchbay.cli.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// The guide for authors of plugins, followed to the letter, with the distribution and Maven alone: what it tells to make is made, built,
/// tested, dropped in and spoken to.
class GuideIT {

    private static final Path GUIDE = Readmes.ROOT.resolve("api/README.md");
    private static final Path TEMPLATE = Readmes.ROOT.resolve("plugins/archetype/src/main/resources/archetype-resources/README.md");

    /// The protocols of the guide.
    private static final Map<String, Integer> PORTS = Map.of("echo", 10778, "shout", 10777, "cheer", 10779);

    @TempDir
    Path folder;

    private @Nullable Replay replay;

    /// {@return whether a document is played here}
    static boolean plays(Path document) {
        return document.equals(GUIDE) || document.equals(TEMPLATE);
    }

    @AfterEach
    void stop() throws Exception {
        if (replay != null) {
            replay.close();
        }
    }

    @TestFactory
    Stream<DynamicNode> theGuideAndTheReadmeOfThePluginThatItMakes() throws IOException {
        Installation installation = Installation.create(folder, Map.of(), PORTS);
        Path bin = folder.resolve("bin");
        KotlinBlocks kotlin = KotlinBlocks.write(Markdown.documents(Readmes.ROOT), folder.resolve("kotlin"));
        MavenCommand.install(bin, kotlin);
        Replay started = Replay.start(installation);
        replay = started;
        List<DynamicNode> nodes = new ArrayList<>();
        nodes.add(Readmes.tests(GUIDE, installation, started));
        nodes.add(DynamicTest.dynamicTest("the Kotlin of all READMEs is built with it", () -> assertThat(kotlin.joined()).isTrue()));
        nodes.add(DynamicTest.dynamicTest("the README of the plugin", () -> {
            // The project has just been built, by the guide.
            Installation.command(bin.resolve("mvn"), "exit 0");
            started.run("cd ~/shout");
            for (Block block : Markdown.blocks(installation.home().resolve("shout/README.md"))) {
                started.play(block);
            }
        }));
        return nodes.stream();
    }
}
