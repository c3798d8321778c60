package dev.patchbay.cli.readme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// What the READMEs show is what happens: transcripts are played, code is compiled, configurations are checked.
class ReadmeIT {

    private static final Path TOP = Readmes.ROOT.resolve("README.md");

    @TempDir
    Path folder;

    private @Nullable Replay replay;

    @AfterEach
    void stop() throws Exception {
        if (replay != null) {
            replay.close();
        }
    }

    @TestFactory
    Stream<DynamicNode> theFirstOne() throws IOException {
        return tests(List.of(TOP));
    }

    @TestFactory
    Stream<DynamicNode> theOthers() throws IOException {
        List<Path> documents = Markdown.documents(Readmes.ROOT);
        return tests(documents.stream().filter(document -> !document.equals(TOP) && !GuideIT.plays(document)).toList());
    }

    private Stream<DynamicNode> tests(List<Path> documents) throws IOException {
        Installation installation = Installation.create(folder, Readmes.config(documents), Map.of());
        Replay started = Replay.start(installation);
        replay = started;
        List<DynamicNode> nodes = new ArrayList<>();
        for (Path document : documents) {
            nodes.add(Readmes.tests(document, installation, started));
        }
        return nodes.stream();
    }
}
