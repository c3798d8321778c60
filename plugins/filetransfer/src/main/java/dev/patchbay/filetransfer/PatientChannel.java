package dev.patchbay.filetransfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// Goes on taking bytes when there is no more room for them, since a peer that sends does not listen: it hears what went wrong when it has
/// sent all of it.
final class PatientChannel implements WritableByteChannel {

    private final WritableByteChannel target;
    private @Nullable IOException failure;

    PatientChannel(WritableByteChannel target) {
        this.target = target;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int size = bytes.remaining();
        try {
            while (failure == null && bytes.hasRemaining()) {
                target.write(bytes);
            }
        } catch (ClosedChannelException e) {
            // Nothing wrong with the disk: whoever closed it wants this to end.
            throw e;
        } catch (IOException e) {
            failure = e;
        }
        bytes.position(bytes.limit());
        return size;
    }

    /// Tells what went wrong, if something did.
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public boolean isOpen() {
        return target.isOpen();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
