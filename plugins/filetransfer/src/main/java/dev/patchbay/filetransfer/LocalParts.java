package dev.patchbay.filetransfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where what has come of a file waits for its rest: beside the file to be, in one whose name tells of which content it is the beginning.
///
/// @param folder the folder of both
/// @param prefix begins the names of the parts of this file
record LocalParts(Path folder, String prefix) {

    private static final String SUFFIX = ".part";
    private static final int DIGITS = 16;

    /// {@return the parts of the file that is to become this one}
    static LocalParts of(Path target) {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal("there is no folder for " + target);
        }
        // Not the name itself, to which nothing can be added if it has all the length there is.
        RunningChecksum name = new RunningChecksum();
        name.add(ByteBuffer.wrap(absolute.getFileName().toString().getBytes(UTF_8)));
        return new LocalParts(folder, ".patchbay-" + name.value().hex().substring(0, DIGITS) + "-");
    }

    /// {@return of which content there is a beginning}
    Optional<Checksum> begun() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Optional<Checksum> content = Checksum.parse(name.substring(prefix.length(), name.length() - SUFFIX.length()));
                if (content.isPresent()) {
                    return content;
                }
            }
        }
        return Optional.empty();
    }

    /// {@return the path of the part of a content}
    Path path(Checksum content) {
        return folder.resolve(prefix + content + SUFFIX);
    }
}
