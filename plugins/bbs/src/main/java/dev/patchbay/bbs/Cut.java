package dev.patchbay.bbs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.wire.Frames;

/// Shortens an entry that became longer than a message when the sender's address was put before it.
final class Cut {

    /// Shorter texts need not be encoded to be measured: a `char` becomes at most three bytes.
    private static final int SURELY_FITS = Frames.MAX_SIZE / 3;

    private Cut() {}

    /// {@return the text, or as many whole characters from its beginning as one message holds}
    static String toOneMessage(String text) {
        if (text.length() <= SURELY_FITS) {
            return text;
        }
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length <= Frames.MAX_SIZE) {
            return text;
        }
        int end = Frames.MAX_SIZE;
        while (isInsideCharacter(bytes[end])) {
            end--;
        }
        return new String(bytes, 0, end, UTF_8);
    }

    private static boolean isInsideCharacter(byte b) {
        return (b & 0xc0) == 0x80;
    }
}
