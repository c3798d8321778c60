package dev.patchbay.cli.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// A connection from its beginning to its end, again and again: it is made, says at once that this was all, and takes what the server says to
/// that, up to its end. So the server has served it.
final class ConnectExchange implements Exchange {

    /// Beside the banner; what comes is not looked at.
    private static final int ROOM = 1024;

    private static final int SHOWN = 40;

    private final Target target;
    private final Message greeting;
    private final ByteBuffer received;
    private @Nullable SocketChannel channel;

    private ConnectExchange(Target target) {
        this.target = target;
        greeting = target.greeting();
        received = ByteBuffer.allocate(greeting.size() + ROOM);
    }

    static Load load(Target target) {
        return Load.of(Subject.CONNECT.name(), Subject.CONNECT.summary(), _ -> new ConnectExchange(target)).unpipelined();
    }

    @Override
    public void send() throws IOException {
        channel = SocketChannel.open(target.address());
        channel.shutdownOutput();
    }

    @Override
    public void receive() throws IOException {
        received.clear();
        try (SocketChannel open = requireNonNull(channel)) {
            while (open.read(received) >= 0) {
                if (!received.hasRemaining()) {
                    received.position(greeting.size());
                }
            }
        }
        received.flip();
        int different = received.mismatch(greeting.buffer());
        if (different >= 0 && different < greeting.size()) {
            throw ConnectionException.violation(
                    "the server began with '" + text(received) + "' where '" + text(greeting.buffer()) + "' was expected");
        }
    }

    private static String text(ByteBuffer bytes) {
        return ISO_8859_1.decode(bytes.slice(0, Math.min(bytes.remaining(), SHOWN))).toString();
    }
}
