package dev.patchbay.gateway.control;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder in which a gateway keeps its things, held by one gateway at a time. The system lets go of it when the process
/// ends, however it ends; so whatever else of a gateway lies in a folder that could be opened is a leftover.
public final class DataFolder implements AutoCloseable {

    /// Those held by this process: closing any channel of a lock file, also one that did not get the lock, would let go of it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path realPath;
    private final FileChannel lockFile;

    private DataFolder(Path path, Path realPath, FileChannel lockFile) {
        this.path = path;
        this.realPath = realPath;
        this.lockFile = lockFile;
    }

    /// Makes the folder if it is not there, for its owner only, and holds it until it is closed.
    ///
    /// @throws IOException if it cannot be made, or another gateway holds it; the message says what to do
    public static DataFolder open(Path path) throws IOException {
        Path realPath;
        try {
            OwnerOnly.createFolders(path);
            realPath = path.toRealPath();
        } catch (IOException e) {
            throw new IOException("the data folder " + path + " cannot be used (" + e + "): give another one with --data", e);
        }
        if (!HELD.add(realPath)) {
            throw inUse(path);
        }
        try {
            return new DataFolder(path, realPath, lock(path, realPath));
        } catch (IOException | RuntimeException e) {
            HELD.remove(realPath);
            throw e;
        }
    }

    private static FileChannel lock(Path path, Path realPath) throws IOException {
        FileChannel file;
        FileLock lock;
        try {
            file = FileChannel.open(realPath.resolve("gateway.lock"), CREATE, WRITE);
            lock = file.tryLock();
        } catch (IOException e) {
            throw new IOException("the data folder " + path + " cannot be locked (" + e + "): give another one with --data", e);
        }
        if (lock == null) {
            file.close();
            throw inUse(path);
        }
        return file;
    }

    private static IOException inUse(Path path) {
        return new IOException("another gateway runs on the data folder " + path + ": stop it, or give this one another with --data");
    }

    /// {@return the folder}
    public Path path() {
        return path;
    }

    /// {@return the path of a file in the folder, which nobody but its owner may read; an empty one is made if it is not there}
    ///
    /// @throws IOException if it cannot be made
    public Path file(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        OwnerOnly.restrictFile(file);
        return file;
    }

    /// Lets go of the folder. Calling it again does nothing.
    @Override
    public void close() throws IOException {
        lockFile.close();
        HELD.remove(realPath);
    }
}
