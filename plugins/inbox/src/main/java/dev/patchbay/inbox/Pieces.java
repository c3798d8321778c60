package dev.patchbay.inbox;

import java.util.ArrayList;
import java.util.List;

/// Divides a text into messages.
final class Pieces {

    /// How many bytes of UTF-8 a message has at most.
    static final int MAX_SIZE = 256;

    private Pieces() {}

    /// {@return the text in pieces that are as large as may be, none of them empty, with no character cut in half}
    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int size = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int width = width(text.codePointAt(i));
            if (size + width > MAX_SIZE) {
                pieces.add(text.substring(start, i));
                start = i;
                size = 0;
            }
            size += width;
        }
        if (start < text.length()) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }

    /// {@return how many bytes of UTF-8 a character has}
    private static int width(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
