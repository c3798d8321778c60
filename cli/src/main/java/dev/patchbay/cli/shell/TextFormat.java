package dev.patchbay.cli.shell;

import static java.util.stream.Collectors.joining;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.gateway.text.SafeText;
import dev.patchbay.gateway.text.TableText;
import java.util.List;

/// For people: a line for each thing, in colours or without.
///
/// @param paint  how styles look
/// @param prefix what stands before a problem, so that a script's user knows who speaks; empty at a terminal
public record TextFormat(Paint paint, String prefix) implements Format {

    private static final int INDENT = 2;
    private static final int GAP = 2;
    private static final int NARROWEST = 24;

    @Override
    public String item(Item item) {
        return item.fields().stream().map(this::field).collect(joining(" "));
    }

    private String field(Item.Field field) {
        return SafeText.of(field.before()) + paint.apply(SafeText.of(field.value().toString()), field.style()) + SafeText.of(field.after());
    }

    @Override
    public String table(List<Item> rows) {
        String table = TableText.of(rows);
        int heading = table.indexOf('\n');
        return heading < 0 ? table : paint.apply(table.substring(0, heading), Style.MUTED) + table.substring(heading);
    }

    @Override
    public String list(String title, List<Item> items, int width) {
        int names = items.stream().mapToInt(item -> name(item).length()).max().orElse(0);
        String lines = items.stream().map(item -> "\n" + entry(item, names, width)).collect(joining());
        return paint.apply(SafeText.of(title), Style.MUTED) + lines;
    }

    private String entry(Item item, int names, int width) {
        // Where there is no room beside the names, the rest stands below them.
        boolean below = width > 0 && width < INDENT + names + GAP + NARROWEST;
        int indent = below ? 3 * INDENT : INDENT + names + GAP;
        String gap = below ? "\n" + " ".repeat(indent) : " ".repeat(names - name(item).length() + GAP);
        StringBuilder line = new StringBuilder(" ".repeat(INDENT) + paint.apply(name(item), Style.STRONG) + gap);
        int column = indent;
        for (String word : item.fields().stream().skip(1).map(TextFormat::plain).collect(joining(" ")).split(" ")) {
            boolean fits = column == indent || column + 1 + word.length() <= width || width <= indent;
            if (!fits) {
                line.append('\n').append(" ".repeat(indent));
                column = indent;
            }
            line.append(column == indent ? "" : " ").append(word);
            column += word.length() + (column == indent ? 0 : 1);
        }
        return line.toString().stripTrailing();
    }

    private static String plain(Item.Field field) {
        return SafeText.of(field.before() + field.value() + field.after());
    }

    private static String name(Item item) {
        return SafeText.of(item.fields().getFirst().value().toString());
    }

    @Override
    public String notice(String text) {
        return paint.apply(prefix + SafeText.of(text), Style.MUTED);
    }

    @Override
    public String problem(Problem problem) {
        String hints = problem.hints().stream().map(hint -> "\n" + notice(hint)).collect(joining());
        return paint.apply(prefix + SafeText.of(problem.message()), Style.BAD) + hints;
    }

    @Override
    public String prompt(Item prompt) {
        return item(prompt);
    }

    @Override
    public String label(String text) {
        return paint.apply(SafeText.of(text), Style.STRONG);
    }
}
