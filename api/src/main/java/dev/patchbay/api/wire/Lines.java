package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Stable;
import java.nio.ByteBuffer;

/// Lines of UTF-8 text that end in a line feed; a carriage return before it belongs to the end. The last line may lack its
/// end. Bytes that are not UTF-8 become U+FFFD.
///
/// ```java
/// Lines lines = peer.lines();
/// while (lines.hasNext()) {
///     lines.send(lines.receive().toUpperCase(Locale.ROOT));
/// }
/// ```
@Stable(since = "1.0")
public final class Lines {

    /// The longest line accepted unless another limit is given, in bytes.
    public static final int DEFAULT_MAX_SIZE = 8192;

    private final Transport transport;
    private final Inbound inbound;
    private final int maxSize;

    Lines(Transport transport, int maxSize) {
        this.transport = transport;
        inbound = new Inbound(transport);
        this.maxSize = maxSize;
    }

    /// Waits for the next line to begin.
    ///
    /// @return false if the connection ends here, which is normal: the peer closed it, or this side does
    /// @throws ConnectionException if it broke, or a time limit passed
    public boolean hasNext() {
        return inbound.hasNext();
    }

    /// {@return whether [#receive] would not wait: a whole line is there, or more than a line may have}
    public boolean isWhole() {
        ByteBuffer input = transport.input();
        return end(input, 0) >= 0 || input.remaining() - 1 > maxSize;
    }

    /// {@return where the line feed is, counted from the position; negative if there is none}
    private static int end(ByteBuffer input, int from) {
        for (int i = from; i < input.remaining(); i++) {
            if (input.get(input.position() + i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Waits for the next line.
    ///
    /// @return its text without the end of line
    /// @throws ConnectionException if there is none: the peer closed, the line is too long, or a time limit passed
    public String receive() {
        int searched = 0;
        while (true) {
            ByteBuffer input = inbound.next();
            int there = input.remaining();
            int end = end(input, searched);
            if (end >= 0) {
                return take(input, end, 1);
            }
            searched = there;
            // One more than the limit leaves room for a carriage return whose line feed has yet to come.
            if (there - 1 > maxSize) {
                throw tooLong();
            }
            if (!inbound.more(Wait.REST_OF_MESSAGE)) {
                return take(transport.input(), there, 0);
            }
        }
    }

    /// Sends a line, with a line feed at its end.
    ///
    /// @throws IllegalArgumentException if the text has a line feed in it; nothing was sent then
    public void send(String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line cannot hold a line feed: send one line at a time");
        }
        byte[] bytes = line.getBytes(UTF_8);
        transport.output(bytes.length + 1).put(bytes).put((byte) '\n');
    }

    private String take(ByteBuffer input, int size, int end) {
        byte[] bytes = new byte[size];
        input.get(bytes);
        input.position(input.position() + end);
        int length = size > 0 && bytes[size - 1] == '\r' ? size - 1 : size;
        if (length > maxSize) {
            throw tooLong();
        }
        transport.consumed();
        return new String(bytes, 0, length, UTF_8);
    }

    private ConnectionException tooLong() {
        return ConnectionException.violation("a line of more than " + maxSize + " bytes");
    }
}
