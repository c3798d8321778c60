package dev.patchbay.filetransfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/// The SHA-256 of a content.
///
/// @param hex its 64 digits, in lower case
record Checksum(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    Checksum {
        if (!FORM.matcher(hex).matches()) {
            throw new Refusal("a SHA-256 has 64 hexadecimal digits");
        }
    }

    /// {@return the checksum that a text names, in upper or lower case}
    static Optional<Checksum> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new Checksum(lower)) : Optional.empty();
    }

    /// {@return the checksum of a whole file}
    ///
    /// @param progress is told how many bytes have been read
    static Checksum of(FileChannel file, LongConsumer progress) throws IOException {
        RunningChecksum running = new RunningChecksum();
        running.add(file, file.size(), progress);
        return running.value();
    }

    @Override
    public String toString() {
        return hex;
    }
}
