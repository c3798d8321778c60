package dev.patchbay.api;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A setting that operators can give to each listener of a protocol. Declared once, as a constant, it names, types, limits and
/// documents the setting; the host validates configuration against it.
///
/// ```java
/// static final Option<Integer> ROUNDS = Option.integer("rounds", 3, 1, 100, "rounds of a game");
/// ...
/// int rounds = context.option(ROUNDS);
/// ```
///
/// In `patchbay.toml`:
///
/// ```toml
/// [listener.game]
/// rounds = 5
/// ```
///
/// @param <T> the type of its values
@Stable(since = "1.0")
public final class Option<T> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*([kmgt]?)b");

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final String name;
    private final String type;
    private final T defaultValue;
    private final String help;
    private final Function<Object, Optional<T>> reader;

    private Option(String name, String type, T defaultValue, String help, Function<Object, Optional<T>> reader) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an option's name has lower-case letters, digits and single hyphens, not '" + name + "'");
        }
        this.name = name;
        this.type = type;
        this.defaultValue = defaultValue;
        this.help = help;
        this.reader = reader;
    }

    /// {@return an option that is true or false}
    public static Option<Boolean> flag(String name, boolean defaultValue, String help) {
        return new Option<>(name, "true or false", defaultValue, help, value ->
                value instanceof Boolean flag ? Optional.of(flag) : Optional.empty());
    }

    /// {@return an option that is a whole number}
    ///
    /// @param min the smallest value accepted
    /// @param max the largest value accepted
    /// @throws IllegalArgumentException if the default is not between them
    public static Option<Integer> integer(String name, int defaultValue, int min, int max, String help) {
        String type = "a whole number from " + min + " to " + max;
        checkDefault(defaultValue >= min && defaultValue <= max, name, type, defaultValue);
        return new Option<>(name, type, defaultValue, help, value ->
                value instanceof Long number && number >= min && number <= max ? Optional.of(number.intValue()) : Optional.empty());
    }

    /// {@return an option that is any text}
    public static Option<String> text(String name, String defaultValue, String help) {
        return new Option<>(name, "text", defaultValue, help, Option::readText);
    }

    /// {@return an option that is one of several words}
    ///
    /// @throws IllegalArgumentException if the default is not one of them
    public static Option<String> choice(String name, String defaultValue, List<String> words, String help) {
        List<String> choices = List.copyOf(words);
        String type = "one of " + String.join(", ", choices);
        checkDefault(choices.contains(defaultValue), name, type, defaultValue);
        return new Option<>(name, type, defaultValue, help, value -> readText(value).filter(choices::contains));
    }

    /// {@return an option that is a length of time, written as a number and one of ms, s, m, h, d, such as "90 s"}
    public static Option<Duration> duration(String name, Duration defaultValue, String help) {
        return new Option<>(name, "a time such as \"90 s\"", defaultValue, help, Option::readDuration);
    }

    /// {@return an option that is a number of bytes, written as a number and one of B, kB, MB, GB, TB, such as "10 GB"}
    ///
    /// A kB is 1000 bytes.
    public static Option<Long> size(String name, long defaultValue, String help) {
        return new Option<>(name, "a size such as \"10 GB\"", defaultValue, help, Option::readSize);
    }

    /// {@return an option that is a file or folder; what is not absolute counts from the folder of `patchbay.toml`}
    ///
    /// The value that a service gets is absolute; whether it exists is the service's affair. An empty path stays empty: as a default
    /// it leaves the place to the service, for example in its [data folder][ServiceContext#dataFolder].
    public static Option<Path> path(String name, Path defaultValue, String help) {
        return new Option<>(name, "a path", defaultValue, help, Option::readPath);
    }

    /// {@return its name, in lower case with hyphens}
    public String name() {
        return name;
    }

    /// {@return what values it takes, in words, such as `a whole number from 1 to 100`}
    public String type() {
        return type;
    }

    /// {@return its value where nobody sets it}
    public T defaultValue() {
        return defaultValue;
    }

    /// {@return what it is for, in one line}
    public String help() {
        return help;
    }

    /// {@return a configured value in the type of this option}
    ///
    /// @param value as a configuration file gives it: a `Boolean`, a `Long`, a `Double` or a `String`
    /// @throws IllegalArgumentException if the value is not of [#type]
    public T read(Object value) {
        return reader.apply(value)
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' takes " + type + ", not " + describe(value)));
    }

    private static void checkDefault(boolean accepted, String name, String type, Object defaultValue) {
        if (!accepted) {
            throw new IllegalArgumentException("the default of '" + name + "' is " + type + ", not " + defaultValue);
        }
    }

    private static Optional<String> readText(Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Path> readPath(Object value) {
        try {
            return readText(value).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> readDuration(Object value) {
        Matcher matcher = DURATION.matcher(value instanceof String text ? text.toLowerCase(Locale.ROOT).strip() : "");
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        // Longer ones are slips of the hand, and some would not fit into the nanoseconds of a clock.
        return Optional.of(duration).filter(time -> time.compareTo(LONGEST) <= 0);
    }

    private static Optional<Long> readSize(Object value) {
        Matcher matcher = SIZE.matcher(value instanceof String text ? text.toLowerCase(Locale.ROOT).strip() : "");
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = switch (matcher.group(2)) {
            case "" -> 1;
            case "k" -> 1_000;
            case "m" -> 1_000_000;
            case "g" -> 1_000_000_000;
            default -> 1_000_000_000_000L;
        };
        return Optional.of(Long.parseLong(matcher.group(1)) * unit);
    }

    private static String describe(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }

    @Override
    public String toString() {
        return name + " = " + defaultValue;
    }
}
