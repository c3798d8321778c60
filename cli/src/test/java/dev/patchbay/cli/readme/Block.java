package dev.patchbay.cli.readme;

import java.nio.file.Path;
import java.util.List;

/// A fenced block of a README.
///
/// @param document its file
/// @param line     the line of the fence that begins it, from 1
/// @param language what stands behind that fence; possibly empty
/// @param lines    what stands in it
/// @param marks    what comments above it say of its replay
record Block(Path document, int line, String language, List<String> lines, List<Mark> marks) {

    String text() {
        return String.join("\n", lines) + "\n";
    }

    List<String> marks(String word) {
        return Mark.rests(marks, word);
    }

    boolean isMarked(String word) {
        return !marks(word).isEmpty();
    }

    boolean isTranscript() {
        return language.isEmpty() && Scene.begins(lines.getFirst());
    }
}
