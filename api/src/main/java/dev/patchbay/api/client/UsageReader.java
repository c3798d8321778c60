package dev.patchbay.api.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what is typed behind a command's name: switches wherever they stand, and words for the parameters in their order.
final class UsageReader {

    private static final Pattern WORD = Pattern.compile("(?:\"([^\"]*)\"|(\\S+))(?=\\s|$)");

    private final Usage usage;
    private final Deque<Usage.Parameter> open;
    private final Map<String, String> values = new LinkedHashMap<>();
    private String rest;

    UsageReader(Usage usage, String line) {
        this.usage = usage;
        open = new ArrayDeque<>(usage.parameters());
        rest = line.strip();
    }

    /// {@return the arguments, or nothing if they do not fit}
    Optional<Arguments> read() {
        while (!rest.isEmpty()) {
            if (!takeSwitch() && !takeRest() && !takeWord()) {
                return Optional.empty();
            }
        }
        return open.isEmpty() || open.getFirst().optional() ? Optional.of(new Arguments(values)) : Optional.empty();
    }

    private boolean takeSwitch() {
        String typed = rest.split("\\s", 2)[0];
        Optional<Usage.Switch> found = usage.switches().stream().filter(each -> each.name().equals(typed)).findFirst();
        if (found.isEmpty()) {
            return false;
        }
        skip(typed.length());
        return found.get().takesValue() ? takeWord(typed) : put(typed, "");
    }

    private boolean takeRest() {
        if (rest.isEmpty() || open.isEmpty() || !open.getFirst().rest()) {
            return false;
        }
        put(open.removeFirst().name(), rest);
        skip(rest.length());
        return true;
    }

    private boolean takeWord() {
        return !open.isEmpty() && takeWord(open.removeFirst().name());
    }

    private boolean takeWord(String name) {
        Matcher word = WORD.matcher(rest);
        if (!word.lookingAt()) {
            return false;
        }
        skip(word.end());
        return put(name, word.group(1) != null ? word.group(1) : word.group(2));
    }

    private boolean put(String name, String value) {
        values.put(name, value);
        return true;
    }

    private void skip(int characters) {
        rest = rest.substring(characters).strip();
    }
}
