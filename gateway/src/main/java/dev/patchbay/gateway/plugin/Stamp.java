package dev.patchbay.gateway.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What can be seen of a candidate's files without reading them. Equal stamps mean, as far as a file system can be trusted, that
/// nothing has changed.
///
/// @param files for each jar by its name: size, times and whatever else tells one file from another
record Stamp(Map<String, Map<String, Object>> files) {

    /// The stamp of nothing.
    static final Stamp NONE = new Stamp(Map.of());

    /// The time of the last change of any kind and the number of the file cannot be set by copying programs, as others can.
    private static final List<String> VIEWS = List.of("unix:size,lastModifiedTime,ctime,ino,mode", "size,lastModifiedTime,fileKey");

    static Stamp of(Candidate candidate) {
        Map<String, Map<String, Object>> files = new TreeMap<>();
        candidate.jars().forEach(jar -> files.put(jar.getFileName().toString(), attributes(jar)));
        return new Stamp(files);
    }

    private static Map<String, Object> attributes(Path jar) {
        for (String view : VIEWS) {
            try {
                Map<String, Object> attributes = new TreeMap<>(Files.readAttributes(jar, view));
                attributes.values().removeIf(Objects::isNull);
                return attributes;
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                // Another view, or a link to nothing.
            }
        }
        return Map.of("link", Files.exists(jar, LinkOption.NOFOLLOW_LINKS));
    }
}
