package dev.patchbay.api.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a command is typed: a name, switches and parameters, read from a text such as `get [--force] NAME [AS]`.
record Usage(String text, String name, List<Switch> switches, List<Parameter> parameters) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern SWITCH = Pattern.compile(" \\[(--[a-z][a-z0-9-]*)( [A-Z][A-Z0-9_:/-]*)?](?= |$)");
    private static final Pattern PARAMETER = Pattern.compile("(\\[)?([A-Z][A-Z0-9_:/-]*)(\\.\\.\\.)?(])?");

    /// One switch; its name begins with two hyphens.
    record Switch(String name, boolean takesValue) {}

    /// One parameter.
    record Parameter(String name, boolean optional, boolean rest) {}

    /// What may be typed next.
    ///
    /// @param value    the parameter or the switch whose value it may be
    /// @param switches the switches that it may be
    record Next(Optional<String> value, List<String> switches) {}

    static Usage parse(String text) {
        List<Switch> switches = SWITCH.matcher(text).results()
                .map(found -> new Switch(found.group(1), found.group(2) != null))
                .toList();
        check(switches.stream().map(Switch::name).distinct().count() == switches.size(), text, "each switch has a name of its own");
        String[] words = SWITCH.matcher(text).replaceAll("").split(" ", -1);
        check(NAME.matcher(words[0]).matches(), text, "a name in lower case comes first");
        return new Usage(text, words[0], switches, parameters(text, words));
    }

    private static List<Parameter> parameters(String text, String[] words) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            Matcher matcher = PARAMETER.matcher(words[i]);
            boolean wellFormed = matcher.matches() && (matcher.group(1) == null) == (matcher.group(4) == null);
            check(wellFormed, text, "a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]");
            Parameter parameter = new Parameter(matcher.group(2), matcher.group(1) != null, matcher.group(3) != null);
            check(parameters.stream().noneMatch(other -> other.name.equals(parameter.name)), text, "each parameter has a name of its own");
            check(!parameter.rest || i == words.length - 1, text, "the rest of the line comes last");
            check(parameters.isEmpty() || parameter.optional || !parameters.getLast().optional, text, "what may be left out comes last");
            parameters.add(parameter);
        }
        return List.copyOf(parameters);
    }

    private static void check(boolean holds, String text, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("the usage '" + text + "' is not well-formed: " + rule);
        }
    }

    Optional<Arguments> read(String line) {
        return new UsageReader(this, line).read();
    }

    /// {@return what may be typed behind a text}
    Next next(String line) {
        return new UsageReader(this, line).next();
    }

    /// {@return whether there is a parameter, or a switch with a value, of this name}
    boolean takesValue(String name) {
        return parameters.stream().anyMatch(each -> each.name.equals(name))
                || switches.stream().anyMatch(each -> each.takesValue && each.name.equals(name));
    }
}
