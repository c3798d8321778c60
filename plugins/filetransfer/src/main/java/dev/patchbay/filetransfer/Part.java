package dev.patchbay.filetransfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A file that is not complete yet, under a name that its content decides: whoever brings the same content again goes on where it broke
/// off. Nobody else touches it meanwhile, in this process or another: it is locked until it is closed.
final class Part implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private boolean gone;

    private Part(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// {@return the part with this path, which is made if there is none}
    ///
    /// @throws Refusal if somebody else has it
    static Part claim(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // To be continued, then.
        }
        Object key = key(path);
        FileChannel channel = FileChannel.open(path, READ, WRITE, NOFOLLOW_LINKS);
        // The one before may have published or removed it after we opened it: then the lock is on what is no part any more.
        if (!lock(channel) || !Files.exists(path, NOFOLLOW_LINKS) || !String.valueOf(key).equals(String.valueOf(key(path)))) {
            channel.close();
            throw new Refusal("the same content is under way already: try again when that has ended");
        }
        return new Part(path, channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            // It ends with the channel.
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS).fileKey();
    }

    /// {@return how many bytes it has}
    long size() throws IOException {
        return channel.size();
    }

    /// {@return the file, to be read anywhere and written at its end}
    FileChannel channel() throws IOException {
        return channel.position(channel.size());
    }

    /// Begins it anew.
    void clear() throws IOException {
        channel.truncate(0);
    }

    /// Makes its content as durable as the disk is.
    void force() throws IOException {
        channel.force(true);
    }

    /// Makes it a file like any other: gives it its name. Whoever calls it has forced the content before.
    ///
    /// @param replaces whether it takes the place of a file that has the name
    /// @throws Refusal if there is such a file; the part stays
    void publish(Path target, boolean replaces) throws IOException {
        Publication.rename(path, target, replaces);
        gone = true;
    }

    /// Removes it.
    void discard() throws IOException {
        // From then on somebody else may have begun another one with this path.
        if (!gone) {
            Files.deleteIfExists(path);
            gone = true;
        }
    }

    /// Lets others have it; an empty one is of no use to anybody.
    @Override
    public void close() throws IOException {
        // By path: an interrupt has closed the channel.
        try (channel) {
            if (!gone && Files.size(path) == 0) {
                discard();
            }
        }
    }
}
