package dev.patchbay.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// Finds the folder whose files are served.
final class WebFolder {

    private static final String INDEX = "index.html";

    private WebFolder() {}

    /// {@return the folder that somebody chose, which must be there}
    static Path chosen(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new FileNotFoundException("the folder " + folder + " does not exist: make it, or set another 'folder'");
        }
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new NotDirectoryException(folder + " is not a folder that can be read: set another 'folder'");
        }
        return folder;
    }

    /// {@return the folder of those who chose none, with a page in it that says where it is to be found, if it had to be made}
    static Path inDataFolder(Path dataFolder) throws IOException {
        Path folder = dataFolder.resolve("web").toAbsolutePath();
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            try (InputStream index = WebFolder.class.getResourceAsStream(INDEX)) {
                if (index == null) {
                    throw new FileNotFoundException(INDEX + " is missing in the plugin's jar: build it again");
                }
                Files.copy(index, folder.resolve(INDEX));
            }
        }
        return chosen(folder);
    }
}
