package dev.patchbay.gateway.text;

import dev.patchbay.api.client.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes items as a table with a heading, for people: a row for each item, a column for each field name.
///
/// ```
/// ID   VERSION  SESSIONS
/// bbs  1.2            12
/// dns  1.0             0
/// ```
///
/// Columns stand in the order in which the items name them; a column of numbers is aligned to the right.
public final class TableText {

    private static final String GAP = "  ";

    private TableText() {}

    /// {@return the table, lines separated by line feeds, safe to print; of no items: empty}
    public static String of(List<Item> items) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int row = 0; row < items.size(); row++) {
            for (Item.Field field : items.get(row).fields()) {
                columns.computeIfAbsent(field.name(), Column::new).put(row, field.value());
            }
        }
        if (columns.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, Column::heading));
        for (int row = 0; row < items.size(); row++) {
            int index = row;
            lines.add(line(columns, column -> column.cell(index)));
        }
        return String.join("\n", lines);
    }

    private static String line(Map<String, Column> columns, Function<Column, String> cell) {
        return columns.values().stream().map(cell).collect(Collectors.joining(GAP)).stripTrailing();
    }

    private static final class Column {

        private final String name;
        private final Map<Integer, String> cells = new HashMap<>();
        private int width;
        private boolean numeric = true;

        Column(String name) {
            this.name = SafeText.of(name).toUpperCase(Locale.ROOT);
            width = TextWidth.of(this.name);
        }

        void put(int row, Object value) {
            String cell = SafeText.of(value.toString());
            cells.put(row, cell);
            width = Math.max(width, TextWidth.of(cell));
            numeric &= value instanceof Long;
        }

        String heading() {
            return padded(name);
        }

        String cell(int row) {
            return padded(cells.getOrDefault(row, ""));
        }

        private String padded(String text) {
            String padding = " ".repeat(width - TextWidth.of(text));
            return numeric ? padding + text : text + padding;
        }
    }
}
