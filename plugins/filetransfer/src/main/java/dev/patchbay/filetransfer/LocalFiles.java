package dev.patchbay.filetransfer;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files on the user's side, by what the user types.
final class LocalFiles {

    private static final int MOST_CANDIDATES = 500;

    private LocalFiles() {}

    /// {@return the path that was typed, counted from the working folder; `~/` is the home folder}
    static Path path(String typed) {
        try {
            return typed.startsWith("~/") ? Path.of(System.getProperty("user.home"), typed.substring(2)) : Path.of(typed);
        } catch (InvalidPathException e) {
            throw new Refusal("'" + typed + "' is no path: " + e.getReason());
        }
    }

    /// {@return a file to be read}
    static FileChannel open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Refusal(Files.exists(path) ? path + " is not a file" : "there is no file " + path);
        }
        try {
            return FileChannel.open(path, READ);
        } catch (IOException e) {
            throw new Refusal("cannot read " + path + ": " + Cause.of(e));
        }
    }

    /// {@return the name that a file has, as one that a server can have too}
    static FileName name(Path path) {
        Path name = path.getFileName();
        return new FileName(name == null ? "" : name.toString());
    }

    /// {@return where a file goes that is fetched: into a folder under its own name, else under the name given}
    static Path target(Path typed, FileName name) {
        return Files.isDirectory(typed) ? name.in(typed) : typed;
    }

    /// {@return the files of the working folder, as they are typed}
    static List<String> candidates() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(""), Files::isRegularFile)) {
            for (Path file : files) {
                if (names.size() < MOST_CANDIDATES) {
                    names.add(typed(file.toString()));
                }
            }
        } catch (IOException e) {
            // A folder that cannot be listed has nothing to propose.
        }
        names.sort(null);
        return names;
    }

    /// {@return how a name is typed as one word}
    static String typed(String name) {
        return name.contains(" ") ? '"' + name + '"' : name;
    }
}
