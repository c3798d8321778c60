package dev.patchbay.filetransfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a complete file gets its name: in one step, so that nobody ever finds half of it there.
final class Publication {

    private Publication() {}

    /// Renames a file within its file system, durably.
    ///
    /// @throws Refusal if there is a file of that name that must not be replaced; the first file stays where it is
    static void rename(Path file, Path target, boolean replaces) throws IOException {
        if (replaces && !Files.isDirectory(target, NOFOLLOW_LINKS)) {
            Files.move(file, target, ATOMIC_MOVE);
        } else {
            renameToNew(file, target);
        }
        forceFolder(target);
    }

    /// Renaming would replace a file that appeared a moment ago; linking does not.
    private static void renameToNew(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
            Files.delete(file);
        } catch (FileAlreadyExistsException e) {
            throw exists(target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links: then the moment between the look and the renaming stays.
            if (Files.exists(target, NOFOLLOW_LINKS)) {
                throw exists(target);
            }
            Files.move(file, target, ATOMIC_MOVE);
        }
    }

    static Refusal exists(Path target) {
        return new Refusal("there is a file " + target.getFileName() + " already");
    }

    /// The name is as durable as the content.
    private static void forceFolder(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder == null ? target : folder, READ)) {
            channel.force(true);
        } catch (FileSystemException e) {
            // Windows has no such thing.
        }
    }
}
