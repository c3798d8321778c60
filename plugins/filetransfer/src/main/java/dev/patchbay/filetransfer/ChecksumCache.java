package dev.patchbay.filetransfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The checksums of files that have not changed since they were computed.
final class ChecksumCache {

    private static final int CAPACITY = 1000;

    /// A file that is as young as this may change once more without a change of its time.
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<FileName, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FileName, Known> eldest) {
            return size() > CAPACITY;
        }
    };

    private record Stamp(long size, FileTime modified, @Nullable Object fileKey) {}

    private record Known(Stamp stamp, Checksum checksum) {}

    ChecksumCache(Clock clock) {
        this.clock = clock;
    }

    /// {@return the checksum of a file, computed if it has to be}
    ///
    /// @param attributes as they were before the file was opened
    Checksum checksum(FileName name, FileChannel file, BasicFileAttributes attributes) throws IOException {
        Stamp stamp = new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        Known before = find(name);
        if (before != null && before.stamp.equals(stamp)) {
            return before.checksum;
        }
        // Outside of the lock: a large file takes its time, and others have theirs ready.
        Checksum checksum = Checksum.of(file, _ -> {});
        if (stamp.modified.toInstant().plus(YOUNG).isBefore(clock.instant())) {
            keep(name, new Known(stamp, checksum));
        }
        return checksum;
    }

    private synchronized @Nullable Known find(FileName name) {
        return known.get(name);
    }

    private synchronized void keep(FileName name, Known checksum) {
        known.put(name, checksum);
    }
}
