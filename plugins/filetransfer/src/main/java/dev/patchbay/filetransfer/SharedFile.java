package dev.patchbay.filetransfer;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// A file of the folder, open for reading: whatever happens to its name, its content can be sent.
///
/// @param channel  the file
/// @param size     its size in bytes
/// @param checksum of all of it
record SharedFile(FileChannel channel, long size, Checksum checksum) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
