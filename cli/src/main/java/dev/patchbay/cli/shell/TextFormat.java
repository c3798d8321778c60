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
    public String list(String title, List<Item> items) {
        int width = items.stream().mapToInt(item -> name(item).length()).max().orElse(0);
        String lines = items.stream().map(item -> "\n  " + entry(item, width)).collect(joining());
        return paint.apply(SafeText.of(title), Style.MUTED) + lines;
    }

    private String entry(Item item, int width) {
        String padding = " ".repeat(width - name(item).length());
        String rest = item.fields().stream().skip(1).map(this::field).collect(joining(" "));
        return (paint.apply(name(item), Style.STRONG) + padding + "  " + rest).stripTrailing();
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
