package dev.patchbay.filetransfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The folder whose files are shared, flat: its own regular files, no folders, no links, nothing that begins with a dot. What is not
/// complete yet is kept in a folder below it, on the same file system, so that it can be renamed.
final class SharedFolder {

    private static final String PARTS = ".parts";

    /// For each folder, since several listeners may share one.
    private static final Map<Path, Object> NAMING = new ConcurrentHashMap<>();

    private final Path folder;
    private final Path parts;
    private final ChecksumCache checksums;

    /// One file as a listing shows it.
    ///
    /// @param modified when it was last changed
    record Entry(FileName name, long size, Instant modified) {}

    /// Uses a folder, which is made if there is none.
    SharedFolder(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
        parts = Files.createDirectories(this.folder.resolve(PARTS));
        checksums = new ChecksumCache(clock);
    }

    /// {@return its files, by name}
    List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                // What is asked for by its name has to be found by it.
                if (FileName.fits(name) && new FileName(name).text().equals(name)) {
                    attributes(file).ifPresent(found ->
                            entries.add(new Entry(new FileName(name), found.size(), found.lastModifiedTime().toInstant())));
                }
            }
        }
        entries.sort((a, b) -> a.name().compareTo(b.name()));
        return entries;
    }

    /// {@return a file, to be closed}
    ///
    /// @throws Refusal if there is none of that name
    SharedFile open(FileName name) throws IOException {
        Path path = name.in(folder);
        BasicFileAttributes attributes = attributes(path).orElseThrow(() -> none(name));
        // Not a link, even if it has become one since: what a link leads to may be anywhere.
        FileChannel channel = FileChannel.open(path, READ, NOFOLLOW_LINKS);
        try {
            return new SharedFile(channel, channel.size(), checksums.checksum(name, channel, attributes));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// {@return whether the folder has this content under this name}
    boolean has(FileName name, long size, Checksum checksum) throws IOException {
        if (attributes(name.in(folder)).filter(found -> found.size() == size).isEmpty()) {
            return false;
        }
        try (SharedFile file = open(name)) {
            return file.checksum().equals(checksum);
        }
    }

    /// Checks that a file may get this name: that there is none, or it may be replaced; and none whose name is the same on some
    /// systems, since whoever takes both there has only one of them.
    ///
    /// @throws Refusal if it may not
    void checkFree(FileName name, boolean replaces) throws IOException {
        Path path = name.in(folder);
        if (Files.exists(path, NOFOLLOW_LINKS)) {
            if (!replaces) {
                throw Publication.exists(path);
            }
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> name.isElsewhere(file.getFileName().toString()))) {
            for (Path file : files) {
                throw new Refusal("there is a file " + file.getFileName() + " already, which is the same name on some systems");
            }
        }
    }

    /// Gives a complete part its name.
    ///
    /// @throws Refusal if it may not have it; the part stays
    void publish(Part part, FileName name, boolean replaces) throws IOException {
        part.force();
        // One at a time: of two whose names are the same elsewhere, each would look before the other one is there.
        synchronized (NAMING.computeIfAbsent(folder, _ -> new Object())) {
            checkFree(name, replaces);
            part.publish(name.in(folder), replaces);
        }
    }

    /// Removes a file.
    ///
    /// @throws Refusal if there is none of that name
    void delete(FileName name) throws IOException {
        Path path = name.in(folder);
        if (attributes(path).isEmpty()) {
            throw none(name);
        }
        Files.delete(path);
    }

    /// {@return the part of a content, new or begun before}
    ///
    /// @throws Refusal if somebody else has it
    Part part(Checksum checksum) throws IOException {
        return Part.claim(parts.resolve(checksum + ".part"));
    }

    /// {@return a new part, for a content of which nothing is known}
    Part part() throws IOException {
        return Part.claim(parts.resolve(UUID.randomUUID() + ".part"));
    }

    /// {@return how many bytes more the disk can hold}
    long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Removes the parts that nobody has touched since then.
    ///
    /// @return how many there were
    int dropParts(Instant since) throws IOException {
        int dropped = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parts, "*.part")) {
            for (Path file : files) {
                if (attributes(file).filter(found -> found.lastModifiedTime().toInstant().isBefore(since)).isPresent() && drop(file)) {
                    dropped++;
                }
            }
        }
        return dropped;
    }

    private static boolean drop(Path file) throws IOException {
        try (Part part = Part.claim(file)) {
            part.discard();
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private static Refusal none(FileName name) {
        return new Refusal("there is no file " + name);
    }

    /// {@return what the system knows of a regular file, if it is one}
    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS))
                    .filter(BasicFileAttributes::isRegularFile);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
