package dev.patchbay.api.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a command is typed: a name and parameters, read from a text such as `dm [USER] [TEXT...]`.
record Usage(String text, String name, List<Parameter> parameters) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern PARAMETER = Pattern.compile("(\\[)?([A-Z][A-Z0-9_:/-]*)(\\.\\.\\.)?(])?");
    private static final Pattern WORD = Pattern.compile("\\s*(?:\"([^\"]*)\"|(\\S+))(?=\\s|$)");

    /// One parameter.
    record Parameter(String name, boolean optional, boolean rest) {}

    static Usage parse(String text) {
        String[] words = text.split(" ", -1);
        check(NAME.matcher(words[0]).matches(), text, "a name in lower case comes first");
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            Matcher matcher = PARAMETER.matcher(words[i]);
            boolean wellFormed = matcher.matches() && (matcher.group(1) == null) == (matcher.group(4) == null);
            check(wellFormed, text, "a parameter is NAME, [NAME], NAME... or [NAME...]");
            Parameter parameter = new Parameter(matcher.group(2), matcher.group(1) != null, matcher.group(3) != null);
            check(parameters.stream().noneMatch(other -> other.name.equals(parameter.name)), text, "each parameter has a name of its own");
            check(!parameter.rest || i == words.length - 1, text, "the rest of the line comes last");
            check(parameters.isEmpty() || parameter.optional || !parameters.getLast().optional, text, "what may be left out comes last");
            parameters.add(parameter);
        }
        return new Usage(text, words[0], List.copyOf(parameters));
    }

    private static void check(boolean holds, String text, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("the usage '" + text + "' is not well-formed: " + rule);
        }
    }

    Optional<Arguments> read(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        String rest = line.strip();
        for (Parameter parameter : parameters) {
            if (rest.isEmpty()) {
                return parameter.optional ? Optional.of(new Arguments(values)) : Optional.empty();
            }
            if (parameter.rest) {
                values.put(parameter.name, rest);
                return Optional.of(new Arguments(values));
            }
            Matcher word = WORD.matcher(rest);
            if (!word.lookingAt()) {
                return Optional.empty();
            }
            values.put(parameter.name, word.group(1) != null ? word.group(1) : word.group(2));
            rest = rest.substring(word.end()).strip();
        }
        return rest.isEmpty() ? Optional.of(new Arguments(values)) : Optional.empty();
    }

    boolean hasParameter(String parameter) {
        return parameters.stream().anyMatch(each -> each.name.equals(parameter));
    }

    boolean isParameter(int index, String parameter) {
        return index < parameters.size() && parameters.get(index).name.equals(parameter);
    }
}
