package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Stable;
import java.nio.ByteBuffer;

/// One message as it stands on the wire: encoded once, immutable, sent to any number of connections.
///
/// ```java
/// topic.publish(Message.frame("the round is over"));
/// ```
@Stable(since = "1.0")
public final class Message {

    private final byte[] bytes;
    private final ByteBuffer view;

    private Message(byte[] bytes) {
        this.bytes = bytes;
        view = ByteBuffer.wrap(bytes);
    }

    /// {@return a message of exactly these bytes}
    ///
    /// @param bytes the bytes, which are copied
    public static Message of(byte[] bytes) {
        return new Message(bytes.clone());
    }

    /// {@return a message of this text in UTF-8, without any framing}
    public static Message text(String text) {
        return new Message(text.getBytes(UTF_8));
    }

    /// {@return a message in the framing of [Frames]: four digits and the text}
    ///
    /// @throws IllegalArgumentException if the text has more than [Frames#MAX_SIZE] bytes in UTF-8
    public static Message frame(String text) {
        byte[] body = Frames.encode(text);
        byte[] bytes = new byte[Frames.HEADER_SIZE + body.length];
        Frames.put(ByteBuffer.wrap(bytes), body);
        return new Message(bytes);
    }

    /// {@return the size on the wire in bytes}
    public int size() {
        return bytes.length;
    }

    /// {@return a new read-only view of the bytes}
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /// Puts the bytes into a buffer, at its position.
    void putInto(ByteBuffer target) {
        target.put(bytes);
    }

    /// {@return how many bytes at the beginning of an input are those at the beginning of this message}
    int common(ByteBuffer input) {
        int different = input.mismatch(view);
        return different < 0 ? bytes.length : different;
    }

    @Override
    public String toString() {
        return "message of " + bytes.length + " bytes";
    }
}
