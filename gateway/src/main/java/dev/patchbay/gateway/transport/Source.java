package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where received bytes come from.
interface Source {

    /// Puts bytes that are there into the buffer, without waiting for any: how many, or -1 at the end of the stream.
    int read(ByteBuffer target) throws IOException;
}
