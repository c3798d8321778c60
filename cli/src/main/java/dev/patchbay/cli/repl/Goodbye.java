package dev.patchbay.cli.repl;

import dev.patchbay.api.wire.Message;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What to say to a server that nobody understands before leaving it. Small servers of this family break if a client just
/// closes; all others lose nothing by a few harmless bytes.
final class Goodbye {

    private static final int HEADER_SIZE = 4;
    private static final Message EMPTY = Message.frame("");
    /// Twice, because a server that wants a name first takes the first one for it.
    private static final Message QUIT = Message.text("0004quit0004quit");

    private Goodbye() {}

    /// {@return what to send, if anything}
    ///
    /// @param heard what the server said first
    static Optional<Message> to(ByteBuffer heard) {
        if (!heard.hasRemaining()) {
            // It waits for one message, perhaps: an empty one.
            return Optional.of(EMPTY);
        }
        if (!beginsWithHeader(heard)) {
            return Optional.empty();
        }
        // A number is a count, of posts or of a history: anything but an empty message would be kept there.
        boolean count = heard.remaining() > HEADER_SIZE && isDigit(heard, HEADER_SIZE);
        return Optional.of(count ? EMPTY : QUIT);
    }

    private static boolean beginsWithHeader(ByteBuffer heard) {
        for (int i = 0; i < HEADER_SIZE; i++) {
            if (i >= heard.remaining() || !isDigit(heard, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(ByteBuffer heard, int index) {
        byte b = heard.get(heard.position() + index);
        return b >= '0' && b <= '9';
    }
}
