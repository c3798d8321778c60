package dev.patchbay.testkit;

import dev.patchbay.testkit.VisibleBytes.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where what was received is not what was expected, as three lines that stand under each other:
///
/// ```
///   expected  Echo Server 1.1
///   received  Echo Server 1.0
///                           ^ byte 14
/// ```
///
/// Of what is long the neighbourhood of the difference is shown.
final class Difference {

    private static final int BEFORE = 40;
    private static final int AFTER = 40;
    private static final String CUT = "...";

    private Difference() {}

    /// {@return the lines, each with its end}
    static String between(byte[] expected, byte[] received) {
        int offset = firstDifference(expected, received);
        boolean binary = VisibleBytes.isBinary(expected.length > 0 ? expected : received);
        List<Cell> wanted = VisibleBytes.cells(expected, binary);
        List<Cell> got = VisibleBytes.cells(received, binary);
        // A character of several bytes may differ in its middle, and looks different from its beginning.
        int at = Math.min(cellsBefore(offset, wanted), cellsBefore(offset, got));
        int from = Math.max(0, at - BEFORE);
        String common = (from > 0 ? CUT : "") + text(got, from, at);
        return "  expected  " + common + rest(wanted, at) + "\n"
                + "  received  " + common + rest(got, at) + "\n"
                + "            " + " ".repeat(common.length() + leadingSpace(wanted, got, at)) + "^ byte " + offset + "\n";
    }

    private static int firstDifference(byte[] expected, byte[] received) {
        int mismatch = Arrays.mismatch(expected, received);
        return mismatch < 0 ? expected.length : mismatch;
    }

    private static int cellsBefore(int offset, List<Cell> cells) {
        int count = 0;
        while (count < cells.size() && cells.get(count).end() <= offset) {
            count++;
        }
        return count;
    }

    private static String rest(List<Cell> cells, int at) {
        int to = Math.min(cells.size(), at + AFTER);
        return text(cells, at, to) + (to < cells.size() ? CUT : "");
    }

    /// In hexadecimal a gap stands before every fourth byte.
    private static int leadingSpace(List<Cell> wanted, List<Cell> got, int at) {
        List<Cell> cells = at < got.size() ? got : wanted;
        return at < cells.size() && cells.get(at).text().length() > 1 && cells.get(at).text().startsWith(" ") ? 1 : 0;
    }

    private static String text(List<Cell> cells, int from, int to) {
        return cells.subList(from, to).stream().map(Cell::text).collect(Collectors.joining());
    }
}
