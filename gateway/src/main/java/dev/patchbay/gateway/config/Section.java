package dev.patchbay.gateway.config;

import dev.patchbay.api.Option;
import dev.patchbay.gateway.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One table of the file. It remembers which keys it was asked for, so that at the end every other one is known to be a
/// mistake, without a second list of keys to keep in step.
final class Section {

    private final String name;
    private final TomlTable table;
    private final @Nullable TomlPosition position;
    private final Problems problems;
    private final SortedSet<String> known = new TreeSet<>();

    Section(String name, TomlTable table, @Nullable TomlPosition position, Problems problems) {
        this.name = name;
        this.table = table;
        this.position = position;
        this.problems = problems;
    }

    /// What the key of this option is set to; nothing if it is not set, or to what it does not take, which is a problem.
    <T> Optional<T> find(Option<T> option) {
        known.add(option.name());
        Object value = value(option.name());
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(option.read(printable(value)));
        } catch (IllegalArgumentException e) {
            problem(option.name(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    <T> T read(Option<T> option) {
        return find(option).orElse(option.defaultValue());
    }

    boolean sets(Option<?> option) {
        return value(option.name()) != null;
    }

    /// The table of this name inside this one, empty if there is none.
    Section section(String key) {
        known.add(key);
        Object value = value(key);
        if (value instanceof TomlTable child) {
            return new Section(key, child, table.inputPositionOf(List.of(key)), problems);
        }
        if (value != null) {
            problem(key, "'" + key + "' is a table, written [" + path(key) + "], not " + printable(value));
        }
        return new Section(key, Toml.parse(""), position, problems);
    }

    /// The names of all keys, those of tables too.
    List<String> keys() {
        return table.keySet().stream().sorted().toList();
    }

    /// The first key that holds a table.
    Optional<String> nested() {
        return keys().stream().filter(key -> value(key) instanceof TomlTable).findFirst();
    }

    String name() {
        return name;
    }

    /// Reports every key that nobody has asked for.
    void rejectUnknown() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                problem(key, "unknown key '" + key + "': " + suggestion(key, known));
            }
        }
    }

    /// Where the key of this option is set, else where this table begins.
    @Nullable TomlPosition position(Option<?> option) {
        return sets(option) ? table.inputPositionOf(List.of(option.name())) : position;
    }

    void problem(String key, String message) {
        problems.add(table.inputPositionOf(List.of(key)), message);
    }

    void problem(String message) {
        problems.add(position, message);
    }

    static String suggestion(String word, SortedSet<String> known) {
        return Nearest.to(word, known)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse(known.isEmpty() ? "there are none" : "known are " + String.join(", ", known));
    }

    private String path(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private @Nullable Object value(String key) {
        return table.get(List.of(key));
    }

    /// Tables and arrays do not print themselves.
    private static Object printable(Object value) {
        return switch (value) {
            case TomlTable _ -> new Named("a table");
            case TomlArray _ -> new Named("an array");
            default -> value;
        };
    }

    private record Named(String name) {
        @Override
        public String toString() {
            return name;
        }
    }
}
