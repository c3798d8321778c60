package dev.patchbay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Files of plugins and their projects.
final class PluginFiles {

    private PluginFiles() {}

    /// Drops a jar, or a folder of jars, into the plugin folder.
    static void drop(Path plugin, Path plugins) throws IOException {
        Path target = plugins.resolve(plugin.getFileName());
        try (Stream<Path> files = Files.walk(plugin)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(plugin.relativize(file)));
            }
        }
    }

    /// {@return the content of each file, by its path below a folder}
    static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
