package dev.patchbay.gateway.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The files that a plugin is loaded from. They are the gateway's own, so the dropped ones are never locked, and to overwrite
/// or remove those disturbs nobody.
///
/// @param folder   where the jars are
/// @param jars     the jars, in their order on the class path
/// @param checksum the first 12 digits of the SHA-256 of them all
record PrivateCopy(Path folder, List<Path> jars, String checksum) {

    /// Closes the class loader that has loaded from it, and deletes it.
    void release(ClassLoader loader) {
        try {
            if (loader instanceof Closeable open) {
                open.close();
            }
        } catch (IOException e) {
            // What stays open is nobody else's: it keeps nobody from anything.
        }
        CopyFolder.delete(folder);
    }
}
