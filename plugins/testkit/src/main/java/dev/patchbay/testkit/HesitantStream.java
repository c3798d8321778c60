package dev.patchbay.testkit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A stream of somebody who does something else first, when there is something to write.
final class HesitantStream extends FilterOutputStream {

    private final Runnable first;
    private boolean done;

    HesitantStream(OutputStream target, Runnable first) {
        super(target);
        this.first = first;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!done) {
            done = true;
            first.run();
        }
        out.write(bytes, offset, length);
    }
}
