package dev.patchbay.filetransfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongConsumer;

/// Writes a content to a file and adds it to its checksum, in one pass.
final class HashingChannel implements WritableByteChannel {

    private final WritableByteChannel file;
    private final RunningChecksum checksum;
    private final LongConsumer progress;
    private long done;

    /// @param done     how many bytes of the content are in the file and in the checksum already
    /// @param progress is told how many they have become
    HashingChannel(WritableByteChannel file, RunningChecksum checksum, long done, LongConsumer progress) {
        this.file = file;
        this.checksum = checksum;
        this.done = done;
        this.progress = progress;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int size = bytes.remaining();
        ByteBuffer written = bytes.duplicate();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        checksum.add(written);
        done += size;
        progress.accept(done);
        return size;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
