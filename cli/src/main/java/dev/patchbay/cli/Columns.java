package dev.patchbay.cli;

import dev.patchbay.gateway.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/// Lines whose cells stand below each other.
final class Columns {

    private static final String GAP = "  ";

    private Columns() {}

    /// {@return a line for each row, safe to print}
    static List<String> of(List<List<String>> rows) {
        List<List<String>> cells = rows.stream().map(row -> row.stream().map(SafeText::of).toList()).toList();
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : cells) {
            for (int column = 0; column < row.size(); column++) {
                int width = row.get(column).length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(width, widths.get(column)));
                }
            }
        }
        return cells.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths.get(column) - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
