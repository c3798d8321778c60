package dev.patchbay.gateway.journal.sqlite;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/// SQLite's native library, unpacked once into a folder of ours: the driver's own way leaves a file in the system's temporary
/// folder whenever a process is killed.
final class NativeLibrary {

    /// The driver looks there first.
    private static final String PATH = "org.sqlite.lib.path";

    private NativeLibrary() {}

    /// Loads the library, which a process does once; every later call does nothing.
    ///
    /// @param folder where to unpack it; whoever can write there can run code as this process
    /// @throws IOException if there is none for this system, or it cannot be unpacked
    static synchronized void load(Path folder) throws IOException {
        if (System.getProperty(PATH) == null) {
            unpack(folder);
            System.setProperty(PATH, folder.toString());
        }
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            throw new IOException("SQLite's native library cannot be loaded from " + System.getProperty(PATH) + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        String system = OSInfo.getNativeLibFolderPathForCurrentOS();
        String name = System.mapLibraryName("sqlitejdbc");
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream("/org/sqlite/native/" + system + "/" + name)) {
            if (packed == null) {
                throw new IOException("SQLite has no native library for this system (" + system + ")");
            }
            place(packed.readAllBytes(), folder, name);
        }
    }

    /// A file from an earlier start serves if it is whole: a library with a wrong bit would bring the process down.
    static void place(byte[] library, Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
            return;
        }
        Files.createDirectories(folder);
        // A name of its own, since another process may be at the same.
        Path part = Files.createTempFile(folder, name, ".part");
        Files.write(part, library);
        Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
