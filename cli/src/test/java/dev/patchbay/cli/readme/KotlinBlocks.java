package dev.patchbay.cli.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Kotlin of READMEs, to be built together with the project in Kotlin that the guide builds: one run of the compiler for both, where a
/// warning is an error.
///
/// @param folder holds their files, as a project does
record KotlinBlocks(Path folder) {

    /// @param documents whose blocks are wanted, but those that their reader puts into a file himself
    static KotlinBlocks write(List<Path> documents, Path folder) throws IOException {
        for (Path document : documents) {
            for (Block block : Markdown.blocks(document)) {
                if (block.language().equals("kotlin") && !block.isMarked("file") && !block.isMarked("no")) {
                    String kind = block.text().contains("dev.patchbay.testkit") ? "test" : "main";
                    Path parent = Files.createDirectories(folder.resolve("src").resolve(kind).resolve("kotlin"));
                    String name = Readmes.ROOT.relativize(document).toString().replaceAll("\\W", "_") + "_" + block.line() + ".kt";
                    Files.writeString(parent.resolve(name), block.text());
                }
            }
        }
        return new KotlinBlocks(Files.createDirectories(folder));
    }

    /// {@return a shell command that puts them into the project of the current folder if it is one in Kotlin, the first time}
    String joining() {
        return "[ ! -d src/main/kotlin ] || [ ! -d '%1$s' ] || { cp -r '%1$s/.' . && rm -r '%1$s'; }".formatted(folder);
    }

    /// {@return whether they have been built}
    boolean joined() {
        return Files.notExists(folder);
    }
}
