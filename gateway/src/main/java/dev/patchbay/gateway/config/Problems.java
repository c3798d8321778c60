package dev.patchbay.gateway.config;

import dev.patchbay.gateway.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;

/// What is wrong with a file, all of it: an operator mends everything at once.
final class Problems {

    private record Problem(int line, int column, String message) {}

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(@Nullable TomlPosition position, String message) {
        problems.add(position == null ? new Problem(0, 0, message) : new Problem(position.line(), position.column(), message));
    }

    /// Lines of the form `FILE:LINE:COLUMN: message`, in the order of the file.
    List<String> lines() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .map(this::line)
                .toList();
    }

    private String line(Problem problem) {
        String place = problem.line == 0 ? file.toString() : file + ":" + problem.line + ":" + problem.column;
        return SafeText.of(place + ": " + problem.message);
    }
}
