package dev.patchbay.filetransfer;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.util.random.RandomGenerator;

/// A content of any size of which every byte is known without having it: a random block, again and again.
final class SampleContent {

    static final long USUAL = 1_000_000;
    static final long LARGEST = 1_000_000_000_000L;

    /// Not a power of two, so that what is lost or comes twice in pieces of one is seen.
    private static final int BLOCK = 65_521;

    private final long size;
    private final ByteBuffer block;

    SampleContent(long size, RandomGenerator random) {
        this.size = size;
        byte[] bytes = new byte[BLOCK];
        random.nextBytes(bytes);
        block = ByteBuffer.wrap(bytes);
    }

    /// {@return the known bytes from a position on, as many as there are without going round}
    private ByteBuffer from(long position, long most) {
        int offset = (int) (position % BLOCK);
        return block.slice(offset, (int) Math.min(BLOCK - offset, most));
    }

    Checksum checksum() {
        RunningChecksum checksum = new RunningChecksum();
        for (long done = 0; done < size; done += BLOCK) {
            checksum.add(from(done, size - done));
        }
        return checksum.value();
    }

    /// {@return a file of it, which is gone when it is closed}
    FileChannel file() throws IOException {
        FileChannel file = FileChannel.open(Files.createTempFile("patchbay-bench", ""), READ, WRITE, DELETE_ON_CLOSE);
        try {
            for (long done = 0; done < size;) {
                done += file.write(from(done, size - done));
            }
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// {@return where it can be received; what differs is a violation}
    WritableByteChannel check() {
        return new Check();
    }

    private final class Check implements WritableByteChannel {

        private long done;

        @Override
        public int write(ByteBuffer piece) {
            int count = piece.remaining();
            while (piece.hasRemaining()) {
                ByteBuffer expected = from(done, piece.remaining());
                ByteBuffer received = piece.slice(piece.position(), expected.remaining());
                int different = received.mismatch(expected);
                if (different >= 0) {
                    throw ConnectionException.violation("byte " + (done + different) + " of the content is not the one that was put there");
                }
                piece.position(piece.position() + expected.remaining());
                done += expected.remaining();
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
