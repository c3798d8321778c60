package dev.patchbay.api.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
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

    /// {@return what may follow, by the names of the usage; nothing behind what does not fit}
    Usage.Next next() {
        while (!rest.isEmpty()) {
            Optional<Usage.Switch> last = nextSwitch();
            if (!takeSwitch() && !takeRest() && !takeWord()) {
                // All there is may be a switch whose value is still to come.
                return new Usage.Next(last.filter(_ -> rest.isEmpty()).map(Usage.Switch::name), List.of());
            }
        }
        boolean inRest = usage.parameters().stream().anyMatch(each -> each.rest() && values.containsKey(each.name()));
        List<String> switches = usage.switches().stream()
                .map(Usage.Switch::name)
                .filter(name -> !inRest && !values.containsKey(name))
                .toList();
        return new Usage.Next(Optional.ofNullable(open.peekFirst()).map(Usage.Parameter::name), switches);
    }

    private boolean takeSwitch() {
        Optional<Usage.Switch> found = nextSwitch();
        if (found.isEmpty()) {
            return false;
        }
        String name = found.get().name();
        skip(name.length());
        return found.get().takesValue() ? takeWord(name) : put(name, "");
    }

    private Optional<Usage.Switch> nextSwitch() {
        String typed = rest.split("\\s", 2)[0];
        return usage.switches().stream().filter(each -> each.name().equals(typed)).findFirst();
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
