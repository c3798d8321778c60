package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.gateway.text.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Bytes of a wire, for the eyes of an author: as text in which nothing is invisible, or in hexadecimal.
///
/// A text shows line feeds as `\n`, other controls as `\x1b`, bytes that are no UTF-8 as `\xff`, a backslash as `\\`, so that different bytes never look
/// the same.
final class VisibleBytes {

    /// What one or a few bytes look like.
    ///
    /// @param offset where the first of them is
    /// @param size   how many there are
    /// @param text   what is shown for them
    record Cell(int offset, int size, String text) {

        int end() {
            return offset + size;
        }
    }

    /// As much as a person reads in a sentence.
    private static final int QUOTED = 60;

    private VisibleBytes() {}

    /// {@return the bytes in one line}
    static String of(byte[] bytes) {
        return cells(bytes, isBinary(bytes)).stream().map(Cell::text).collect(Collectors.joining());
    }

    /// {@return the first bytes in one line, with the number of all where there are more}
    static String beginning(byte[] bytes, int max) {
        return bytes.length <= max ? of(bytes) : of(Arrays.copyOf(bytes, max)) + "... (" + bytes.length + " bytes)";
    }

    /// {@return the first bytes in quotes, for the sentence of a message}
    static String quoted(byte[] bytes) {
        return "'" + beginning(bytes, QUOTED) + "'";
    }

    /// {@return what the bytes look like, piece by piece}
    ///
    /// @param binary whether to show them in hexadecimal
    static List<Cell> cells(byte[] bytes, boolean binary) {
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int character = binary ? 0 : characterSize(bytes, at);
            int size = Math.max(1, character);
            cells.add(new Cell(at, size, binary ? hex(bytes[at], at) : text(bytes, at, character)));
            at += size;
        }
        return cells;
    }

    /// {@return whether the bytes look better in hexadecimal: where a quarter of them or more cannot be printed}
    static boolean isBinary(byte[] bytes) {
        int odd = 0;
        int at = 0;
        while (at < bytes.length) {
            int size = characterSize(bytes, at);
            odd += size == 0 || isControl(bytes[at]) ? 1 : 0;
            at += Math.max(1, size);
        }
        return odd * 4 > bytes.length;
    }

    private static boolean isControl(byte each) {
        return each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t';
    }

    /// Groups of four, as the numbers of such protocols come.
    private static String hex(byte each, int at) {
        return (at > 0 && at % 4 == 0 ? " " : "") + HexFormat.of().toHexDigits(each);
    }

    private static String text(byte[] bytes, int at, int size) {
        if (size == 0) {
            return "\\x" + HexFormat.of().toHexDigits(bytes[at]);
        }
        String character = new String(bytes, at, size, UTF_8);
        return character.equals("\\") ? "\\\\" : SafeText.of(character);
    }

    /// {@return how many bytes the character has that begins here; 0 if there is none}
    private static int characterSize(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        return size <= 1 || isCharacter(bytes, at, size) ? size : 0;
    }

    private static boolean isCharacter(byte[] bytes, int at, int size) {
        return at + size <= bytes.length && new String(bytes, at, size, UTF_8).indexOf('\ufffd') < 0;
    }
}
