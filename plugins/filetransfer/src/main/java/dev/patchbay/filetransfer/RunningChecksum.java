package dev.patchbay.filetransfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/// The SHA-256 of a content that comes in pieces. Used by one thread.
final class RunningChecksum {

    private static final int PIECE = 256 * 1024;

    private final MessageDigest digest;

    RunningChecksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Adds the bytes that remain in a buffer, and leaves them there.
    void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /// Adds the beginning of a file, whose own position is left alone.
    ///
    /// @param count    how many bytes of it
    /// @param progress is told how many of them have been read
    /// @throws IOException also if the file has fewer
    @SuppressWarnings("ThreadPriorityCheck") // not a way to be right: a virtual thread that computes lets others run only when it says so
    void add(FileChannel file, long count, LongConsumer progress) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, count));
        long done = 0;
        while (done < count) {
            piece.clear().limit((int) Math.min(piece.capacity(), count - done));
            int read = file.read(piece, done);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            digest.update(piece.flip());
            done += read;
            progress.accept(done);
            Thread.yield();
        }
    }

    /// {@return the checksum of all that was added; to be asked for once, at the end}
    Checksum value() {
        return new Checksum(HexFormat.of().formatHex(digest.digest()));
    }
}
