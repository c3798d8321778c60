package dev.patchbay.testkit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A stream that lets so many bytes pass and no more.
final class LimitedStream extends FilterOutputStream {

    private int left;

    LimitedStream(OutputStream target, int limit) {
        super(target);
        left = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int size = Math.min(left, length);
        out.write(bytes, offset, size);
        left -= size;
        if (size < length) {
            throw new EndException();
        }
    }

    /// Says that there was more to write.
    static final class EndException extends RuntimeException {

        private static final long serialVersionUID = 1;

        EndException() {
            super("the limit of the stream", null, false, false);
        }
    }
}
