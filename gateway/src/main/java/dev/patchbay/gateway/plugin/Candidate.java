package dev.patchbay.gateway.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What may be a plugin: a jar in the plugin folder, or a folder in it with a plugin's jars.
///
/// @param path the jar or the folder
/// @param jars the jars in their order on the class path; none if the folder has none or cannot be listed
record Candidate(Path path, List<Path> jars) {

    /// {@return the candidates in the plugin folder, by name}
    static Check<List<Candidate>> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Check.failed(Reason.NO_FOLDER, Files.exists(folder)
                    ? "the plugin folder " + folder + " is not a folder"
                    : "there is no plugin folder " + folder);
        }
        try {
            return Check.passed(list(folder).stream()
                    .filter(path -> Files.isDirectory(path) || isJar(path))
                    .map(path -> new Candidate(path, jarsOf(path)))
                    .toList());
        } catch (IOException e) {
            return Check.failed(Reason.NO_FOLDER, "the plugin folder " + folder + " cannot be read (" + Faults.describe(e) + ")");
        }
    }

    /// {@return its name in the plugin folder}
    String name() {
        return path.getFileName().toString();
    }

    private static List<Path> jarsOf(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try {
            return list(path).stream().filter(Candidate::isJar).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> !isIgnored(path.getFileName().toString()))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    /// Names under which files wait for something: to be complete, or to be wanted.
    private static boolean isIgnored(String name) {
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
