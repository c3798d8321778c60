package dev.patchbay.cli.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a README shows of an output, and whether a real output is like that. Different may be:
///
/// - what `...` stands for: any text within a line, any number of lines where it is a line of its own;
/// - a time, if it has the same form;
/// - the checksum of a jar, twelve hexadecimal digits;
/// - the port of a client, which READMEs write as one from 50000 on, behind `127.0.0.1:`;
/// - the number of spaces between two columns, and spaces at the end of a line;
/// - that a line tells how far something has come, which is there only if it takes a moment.
final class Likeness {

    private static final String ELISION = "...";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?";
    private static final String CHECKSUM = "\\b[0-9a-f]{12}\\b";
    private static final Pattern VARIABLE = Pattern.compile("(?<time>" + TIME + ")|(?<checksum>" + CHECKSUM + ")"
            + "|(?<elision>\\.\\.\\.)|(?<client>127\\.0\\.0\\.1:5\\d{4})|(?<gap> {2,})");

    private static final Pattern PROGRESS = Pattern.compile(".*  [\\d.]+ [kM]?B/s.*");

    private final String shown;
    private final Pattern pattern;

    private Likeness(List<String> lines, String end) {
        shown = String.join("\n", lines);
        pattern = Pattern.compile(lines.stream().map(Likeness::line).collect(Collectors.joining()) + end);
    }

    static Likeness of(List<String> lines) {
        return new Likeness(lines, "");
    }

    /// {@return the same lines, behind which a prompt may stand}
    static Likeness beforePrompt(List<String> lines) {
        return new Likeness(lines, "(?:[^\n]*[>:]\n)?");
    }

    private static String line(String line) {
        if (line.equals(ELISION)) {
            return "(?:[^\n]*\n)*?";
        }
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (MatchResult variable : VARIABLE.matcher(line.stripTrailing()).results().toList()) {
            pattern.append(Pattern.quote(line.substring(end, variable.start()))).append(pattern(variable));
            end = variable.end();
        }
        return pattern.append(Pattern.quote(line.substring(end).stripTrailing())).append(" *\n").toString();
    }

    private static String pattern(MatchResult variable) {
        if (variable.group("time") != null) {
            return TIME;
        }
        if (variable.group("elision") != null) {
            return "[^\n]*";
        }
        if (variable.group("checksum") != null) {
            return CHECKSUM;
        }
        return variable.group("client") != null ? "127\\.0\\.0\\.1:\\d{4,5}" : " +";
    }

    void expect(List<String> real) {
        String text = real.stream().filter(line -> !PROGRESS.matcher(line).matches()).collect(Collectors.joining("\n"));
        assertThat(pattern.matcher(text.isEmpty() ? "" : text + "\n").matches())
                .as(() -> "\n--- what the README shows\n" + shown + "\n--- what is there\n" + text + "\n---\n")
                .isTrue();
    }
}
