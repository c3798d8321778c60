package dev.patchbay.cli;

import java.util.Locale;

/// What exceptions say, as one line for people.
final class Problems {

    private Problems() {}

    static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = message.lines().findFirst().orElse("");
        // Other people's messages begin with a capital; ours stand behind a colon.
        boolean sentence = line.length() > 1 && Character.isUpperCase(line.charAt(0)) && Character.isLowerCase(line.charAt(1));
        return sentence ? line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1) : line;
    }
}
