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
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = SafeText.of(row.get(column));
                line.append(cell).append(" ".repeat(width(rows, column) - cell.length())).append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> SafeText.of(row.get(column)).length()).max().orElse(0);
    }
}
