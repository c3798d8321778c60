package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Stable;
import java.nio.ByteBuffer;

/// Text without any framing: a chunk is what has arrived when it is asked for. Bytes that are not UTF-8 become U+FFFD; a
/// character whose last bytes are still under way stays for the next chunk.
///
/// Each chunk that is sent leaves at once and alone, because the peer could not tell two apart.
///
/// ```java
/// Chunks chunks = peer.chunks();
/// while (chunks.hasNext()) {
///     chunks.receive();
///     chunks.send("OK");
/// }
/// ```
@Stable(since = "1.0")
public final class Chunks {

    /// The largest chunk that is received in one piece, in bytes.
    public static final int MAX_SIZE = 8192;

    private final Transport transport;
    private final Inbound inbound;

    Chunks(Transport transport) {
        this.transport = transport;
        inbound = new Inbound(transport);
    }

    /// Waits for the next bytes.
    ///
    /// @return false if the connection ends here, which is normal: the peer closed it, or this side does
    /// @throws ConnectionException if it broke, or a time limit passed
    public boolean hasNext() {
        return inbound.hasNext();
    }

    /// {@return whether [#receive] would not wait: there is more than a part of a character}
    public boolean isWhole() {
        ByteBuffer input = transport.input();
        return input.hasRemaining() && complete(input) > 0;
    }

    /// Waits for the next chunk.
    ///
    /// @return its text, never empty
    /// @throws ConnectionException if there is none: the peer closed, or a time limit passed
    public String receive() {
        ByteBuffer input = inbound.next();
        int size = complete(input);
        while (size == 0) {
            // Without framing no message has begun, and perhaps no character either: the peer may just not speak UTF-8.
            boolean more = inbound.more(Wait.NEXT_MESSAGE);
            input = transport.input();
            size = more ? complete(input) : input.remaining();
        }
        byte[] bytes = new byte[size];
        input.get(bytes);
        transport.consumed();
        return new String(bytes, UTF_8);
    }

    /// Waits for the next chunk, for a protocol to which it is not text.
    ///
    /// @return its bytes as they arrived, at least one, possibly a part of a character
    /// @throws ConnectionException if there is none: the peer closed, or a time limit passed
    public byte[] receiveBytes() {
        ByteBuffer input = inbound.next();
        byte[] bytes = new byte[Math.min(input.remaining(), MAX_SIZE)];
        input.get(bytes);
        transport.consumed();
        return bytes;
    }

    /// Sends text, at once and in a write of its own.
    public void send(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        transport.output(bytes.length).put(bytes);
        transport.flush();
    }

    /// Sends a message that was encoded before, with [Message#text], at once and in a write of its own.
    public void send(Message message) {
        message.putInto(transport.output(message.size()));
        transport.flush();
    }

    /// {@return how many bytes a chunk has: all there are, without a last character whose end may be under way}
    private static int complete(ByteBuffer input) {
        int size = Math.min(input.remaining(), MAX_SIZE);
        int end = input.position() + size;
        for (int back = 1; back <= Math.min(3, size); back++) {
            int b = input.get(end - back) & 0xff;
            boolean continuation = b >= 0x80 && b < 0xc0;
            if (!continuation) {
                return length(b) > back ? size - back : size;
            }
        }
        return size;
    }

    /// {@return how many bytes a character has that begins with this one; 1 too if none does}
    private static int length(int first) {
        if (first < 0xc2 || first > 0xf4) {
            return 1;
        }
        return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }
}
