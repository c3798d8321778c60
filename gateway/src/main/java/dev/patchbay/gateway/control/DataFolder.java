package dev.patchbay.gateway.control;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder in which a gateway keeps its things, held by one gateway at a time. The system lets go of it when the process
/// ends, however it ends; so whatever else of a gateway lies in a folder that could be opened is a leftover.
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Makes the folder if it is not there, for its owner only, and holds it until it is closed.
    ///
    /// @throws IOException if it cannot be made, or another gateway holds it; the message says what to do
    public static DataFolder open(Path path) throws IOException {
        FileChannel lockFile;
        try {
            OwnerOnly.createFolders(path);
            lockFile = FileChannel.open(path.resolve("gateway.lock"), CREATE, WRITE);
        } catch (IOException e) {
            throw new IOException("the data folder " + path + " cannot be used (" + e + "): give another one with --data", e);
        }
        try {
            if (lock(lockFile) != null) {
                return new DataFolder(path, lockFile);
            }
        } catch (IOException e) {
            lockFile.close();
            throw new IOException("the data folder " + path + " cannot be locked (" + e + "): give another one with --data", e);
        }
        lockFile.close();
        throw new IOException("another gateway runs on the data folder " + path + ": stop it, or give this one another with --data");
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held within this very process
        }
    }

    /// {@return the folder}
    public Path path() {
        return path;
    }

    /// Lets go of the folder. Calling it again does nothing.
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
