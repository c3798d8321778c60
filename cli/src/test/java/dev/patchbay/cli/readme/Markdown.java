package dev.patchbay.cli.readme;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The READMEs of this repository, and what is in them.
final class Markdown {

    private static final String FENCE = "```";
    private static final String MARK = "<!-- replay:";

    private Markdown() {}

    /// {@return every README.md below a folder, in order}
    static List<Path> documents(Path root) throws IOException {
        return files(root, "README.md");
    }

    /// {@return every file of a name below a folder, in order; what a build has made is left out}
    static List<Path> files(Path root, String name) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean foreign = !folder.equals(root) && folder.getFileName().toString().matches("target|\\..*");
                return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith(name)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    /// {@return the fenced blocks of a document, in order}
    static List<Block> blocks(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);
        List<Block> blocks = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int begin = i + 1;
                do {
                    i++;
                } while (!lines.get(i).equals(FENCE));
                List<String> content = List.copyOf(lines.subList(begin, i));
                blocks.add(new Block(document, begin, line.substring(FENCE.length()), content, List.copyOf(marks)));
            }
            if (line.startsWith(MARK)) {
                marks.add(Mark.parse(line));
            } else {
                marks.clear();
            }
        }
        return blocks;
    }
}
