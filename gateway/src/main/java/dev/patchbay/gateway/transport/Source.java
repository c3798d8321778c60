package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where received bytes come from.
interface Source {

    /// Waits for at least one byte and puts what there is into the buffer; -1 at the end of the stream.
    int read(ByteBuffer target) throws IOException, InterruptedException;

    /// Ends the stream for the reader, now and for a read that waits.
    void end() throws IOException;
}
