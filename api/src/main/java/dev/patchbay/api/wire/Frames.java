package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Stable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// Messages of four ASCII digits, the size in bytes, and that many bytes of UTF-8 text: `0005hello`. A message has 0 to 9999
/// bytes.
///
/// Header and body leave in one write, because the original receivers of this framing misread a split header; any split is
/// accepted from the peer. A header that is not four digits, or a body that is not UTF-8, is a violation.
///
/// ```java
/// Frames frames = peer.frames();
/// String user = frames.receive();
/// while (frames.hasNext()) {
///     frames.send(user + ": " + frames.receive());
/// }
/// ```
@Stable(since = "1.0")
public final class Frames {

    /// The largest message, in bytes of UTF-8.
    public static final int MAX_SIZE = 9999;

    static final int HEADER_SIZE = 4;

    /// Shorter texts need not be encoded to be measured: a `char` becomes at most three bytes.
    private static final int SURELY_FITS = MAX_SIZE / 3;

    private final Transport transport;
    private final Inbound inbound;

    Frames(Transport transport) {
        this.transport = transport;
        inbound = new Inbound(transport);
    }

    /// Waits for the next message to begin.
    ///
    /// @return false if the connection ends here, which is normal: the peer closed it, or this side does
    /// @throws ConnectionException if it broke, or a time limit passed
    public boolean hasNext() {
        return inbound.hasNext();
    }

    /// {@return whether [#receive] would not wait: a whole message is there, or what is none}
    public boolean isWhole() {
        ByteBuffer input = transport.input();
        return input.remaining() >= HEADER_SIZE && input.remaining() >= HEADER_SIZE + announced(input);
    }

    /// {@return the size that the header says; negative if it is none}
    private static int announced(ByteBuffer input) {
        int size = 0;
        for (int i = 0; i < HEADER_SIZE; i++) {
            int digit = input.get(input.position() + i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            size = size * 10 + digit;
        }
        return size;
    }

    /// Waits for the next message.
    ///
    /// @return its text, possibly empty
    /// @throws ConnectionException if there is none: the peer closed, broke the framing or a time limit
    public String receive() {
        int size = size(inbound.await(HEADER_SIZE, "a header"));
        ByteBuffer input = inbound.await(HEADER_SIZE + size, "a message");
        String text = decode(input, input.position() + HEADER_SIZE, size);
        input.position(input.position() + HEADER_SIZE + size);
        transport.consumed();
        return text;
    }

    /// Sends a message.
    ///
    /// @throws IllegalArgumentException if the text has more than [#MAX_SIZE] bytes in UTF-8; nothing was sent then
    public void send(String text) {
        byte[] body = encode(text);
        put(transport.output(HEADER_SIZE + body.length), body);
    }

    /// Sends a message that was encoded before, with [Message#frame].
    public void send(Message message) {
        message.putInto(transport.output(message.size()));
    }

    /// {@return the text, or as many whole characters from its beginning as one message holds}
    ///
    /// For texts that became too long when something was put before them, such as the sender's address.
    public static String cut(String text) {
        if (text.length() <= SURELY_FITS) {
            return text;
        }
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length <= MAX_SIZE) {
            return text;
        }
        int end = MAX_SIZE;
        while (isInsideCharacter(bytes[end])) {
            end--;
        }
        return new String(bytes, 0, end, UTF_8);
    }

    private static boolean isInsideCharacter(byte b) {
        return (b & 0xc0) == 0x80;
    }

    /// Encodes the body of a message, if it is not too large for one.
    static byte[] encode(String text) {
        byte[] body = text.getBytes(UTF_8);
        if (body.length > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "a message has at most " + MAX_SIZE + " bytes in UTF-8, this one has " + body.length + ": shorten or split it");
        }
        return body;
    }

    /// Puts header and body into a buffer that has the room for them.
    static void put(ByteBuffer target, byte[] body) {
        int size = body.length;
        target.put((byte) ('0' + size / 1000));
        target.put((byte) ('0' + size / 100 % 10));
        target.put((byte) ('0' + size / 10 % 10));
        target.put((byte) ('0' + size % 10));
        target.put(body);
    }

    private static int size(ByteBuffer input) {
        int size = announced(input);
        if (size < 0) {
            byte[] header = new byte[HEADER_SIZE];
            input.get(input.position(), header);
            throw ConnectionException.violation("a header that is not four digits: '" + new String(header, ISO_8859_1) + "'");
        }
        return size;
    }

    private static String decode(ByteBuffer input, int index, int size) {
        try {
            return UTF_8.newDecoder().decode(input.slice(index, size)).toString();
        } catch (CharacterCodingException e) {
            throw ConnectionException.violation("a message that is not UTF-8");
        }
    }
}
