package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Reads from the socket itself.
record ChannelSource(SocketChannel channel) implements Source {

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    /// Shutting the input down wakes a read that waits, without breaking what is being sent.
    @Override
    public void end() throws IOException {
        channel.shutdownInput();
    }
}
