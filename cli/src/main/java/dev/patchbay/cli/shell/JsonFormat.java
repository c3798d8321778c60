package dev.patchbay.cli.shell;

import static java.util.stream.Collectors.joining;

import dev.patchbay.api.client.Item;
import dev.patchbay.gateway.text.JsonText;
import dev.patchbay.gateway.text.SafeText;
import java.util.List;

/// For programs: a JSON object in a line of its own for each thing.
public record JsonFormat() implements Format {

    @Override
    public String item(Item item) {
        return JsonText.of(item);
    }

    @Override
    public String table(List<Item> rows) {
        return rows.stream().map(JsonText::of).collect(joining("\n"));
    }

    @Override
    public String list(String title, List<Item> items, int width) {
        return table(items);
    }

    @Override
    public String notice(String text) {
        return JsonText.of(Item.of("notice").with("text", text));
    }

    @Override
    public String problem(Problem problem) {
        Item item = Item.of("error").with("text", problem.message());
        return JsonText.of(problem.hints().isEmpty() ? item : item.with("hint", String.join("; ", problem.hints())));
    }

    @Override
    public String prompt(Item prompt) {
        return SafeText.of(prompt.toString());
    }

    @Override
    public String label(String text) {
        return SafeText.of(text);
    }
}
