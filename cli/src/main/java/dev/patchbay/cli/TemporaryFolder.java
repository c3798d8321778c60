package dev.patchbay.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for what lasts no longer than this process. As long as it is open a file in it is locked: by that [#sweep] knows the folders of
/// processes that were killed.
///
/// @param path where it is
/// @param lock the channel that holds the lock
record TemporaryFolder(Path path, FileChannel lock) implements AutoCloseable {

    private static final String PREFIX = "patchbay-repl-";
    private static final String LOCK = "lock";

    /// A younger one may be about to be locked.
    private static final Duration YOUNG = Duration.ofMinutes(1);

    static TemporaryFolder create() throws IOException {
        Path path = Files.createTempDirectory(PREFIX);
        FileChannel lock = FileChannel.open(path.resolve(LOCK), CREATE_NEW, WRITE);
        FileLock _ = lock.lock();
        return new TemporaryFolder(path, lock);
    }

    /// Removes the folders beside this one whose processes are gone.
    void sweep() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(path.toAbsolutePath().getParent(), PREFIX + "*")) {
            for (Path folder : folders) {
                // To open one's own lock once more, and to close that, would give it up.
                if (!folder.getFileName().equals(path.getFileName())) {
                    sweep(folder);
                }
            }
        } catch (IOException e) {
            // What cannot be seen stays: it lies in the folder for temporary files, which others clean.
        }
    }

    private void sweep(Path folder) {
        Path file = folder.resolve(LOCK);
        try {
            // Whoever else could write in it could make it lead to other files of ours.
            boolean own = Files.getOwner(folder, NOFOLLOW_LINKS).equals(Files.getOwner(path));
            if (own && Files.getLastModifiedTime(file, NOFOLLOW_LINKS).toInstant().isBefore(Instant.now().minus(YOUNG))) {
                deleteIfFree(folder, file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // It goes just now, or it is one of this process.
        }
    }

    private static void deleteIfFree(Path folder, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                delete(folder);
            }
        }
    }

    /// Removes it and all that is in it.
    @Override
    public void close() throws IOException {
        lock.close();
        delete(path);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
