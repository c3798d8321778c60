package dev.patchbay.cli.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/// What becomes of each block of a README: it is replayed, compiled, checked, or left out for a reason that it gives. Anything else is
/// a failure.
final class Readmes {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(?:Test|IT)\\b");

    private Readmes() {}

    /// {@return for each protocol, the settings that documents want for their replay}
    static Map<String, List<String>> config(List<Path> documents) throws IOException {
        Map<String, List<String>> config = new HashMap<>();
        for (Path document : documents) {
            for (Block block : Markdown.blocks(document)) {
                for (String setting : block.marks("config")) {
                    String[] parts = setting.split(": ", 2);
                    config.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
                }
            }
        }
        return config;
    }

    /// {@return a test for each block of a document, to be done in this order}
    static DynamicNode tests(Path document, Installation installation, Replay replay) throws IOException {
        List<Block> blocks = Markdown.blocks(document);
        List<Block> java = blocks.stream().filter(block -> block.language().equals("java") && !block.isMarked("no")).toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (Block block : blocks) {
            String name = "line " + block.line() + ": " + block.lines().getFirst();
            tests.add(DynamicTest.dynamicTest(name, () -> test(block, installation, replay)));
        }
        String name = ROOT.relativize(document).toString();
        Path classes = Files.createDirectories(installation.folder().resolve("classes").resolve(name));
        if (!java.isEmpty()) {
            tests.add(DynamicTest.dynamicTest("the Java", () -> JavaBlocks.compile(java, classes)));
        }
        tests.add(DynamicTest.dynamicTest("the links", () -> Links.expectNoneDead(document)));
        return DynamicContainer.dynamicContainer(name, document.toUri(), tests.stream());
    }

    private static void test(Block block, Installation installation, Replay replay) throws Exception {
        if (block.isMarked("no")) {
            expectReason(block.marks("no").getFirst());
        } else if (block.isMarked("log")) {
            replay.awaitInLog(block);
        } else if (block.language().equals("toml")) {
            TomlCheck.accept(block, installation);
        } else if (block.language().equals("java") || block.language().equals("kotlin")) {
            replay.file(block);
        } else if (block.isTranscript()) {
            replay.play(block);
        } else {
            fail("nothing replays this block: begin it with what is typed, say its language, or say above it why not: "
                    + "<!-- replay: no, ... -->");
        }
    }

    private static void expectReason(String reason) throws IOException {
        assertThat(reason).as("the reason").isNotBlank();
        for (String test : TEST.matcher(reason).results().map(match -> match.group()).toList()) {
            assertThat(Markdown.files(ROOT, test + ".java")).as("the test that is said to replay it").isNotEmpty();
        }
    }
}
