package dev.patchbay.peers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What servers need while they run, and nobody afterwards.
final class Scratch implements AutoCloseable {

    private final Path logs;
    private final Path folder;

    /// @param logs where the logs stay
    Scratch(Path logs) throws IOException {
        this.logs = logs.toAbsolutePath();
        try (DirectoryStream<Path> old = Files.newDirectoryStream(logs, "*.log")) {
            for (Path log : old) {
                Files.delete(log);
            }
        }
        folder = Files.createTempDirectory(this.logs, "run");
    }

    /// {@return a new folder}
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(folder, name);
    }

    Path log(Peer peer) {
        return logs.resolve(peer.name() + ".log");
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
