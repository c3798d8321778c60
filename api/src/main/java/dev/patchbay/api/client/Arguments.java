package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/// What a user typed behind a command, by the names of the command's parameters and switches; a switch's name begins with its
/// two hyphens. Immutable.
@Stable(since = "1.0")
public final class Arguments {

    private final Map<String, String> values;

    /// Takes the map over, in whose order the values are shown.
    Arguments(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /// {@return whether a parameter or a switch was given}
    public boolean has(String parameter) {
        return values.containsKey(parameter);
    }

    /// {@return the value of a parameter or a switch that may be left out}
    public Optional<String> find(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /// {@return the value of a parameter that must be given}
    ///
    /// @throws IllegalArgumentException if it was not
    public String text(String parameter) {
        return find(parameter).orElseThrow(() -> new IllegalArgumentException(parameter + " is missing"));
    }

    /// {@return the value of a parameter that must be given and is a whole number}
    ///
    /// @throws IllegalArgumentException if it is not
    public int number(String parameter) {
        String text = text(parameter);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(parameter + " is a whole number, not '" + text + "'", e);
        }
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
