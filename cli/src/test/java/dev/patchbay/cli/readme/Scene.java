package dev.patchbay.cli.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a transcript: a command of the shell, or a talk at the REPL.
sealed interface Scene {

    String SHELL = "$ ";

    /// What a person types at the REPL: behind a place and `> `, or behind a question, which has a capital and ends in a colon.
    Pattern TYPED = Pattern.compile("((?:[a-z][^>]*> )|(?:[A-Z][a-z]+(?: [a-z]+)*(?: \\[[^]]*])?:(?: |$)))(.*)");

    /// A command and what it prints.
    record Command(String command, List<String> output) implements Scene {}

    /// What stands on the screen of a REPL at the end of a talk.
    ///
    /// @param start the command that starts the REPL; nothing if the one that runs goes on
    record Talk(Optional<String> start, List<String> lines) implements Scene {}

    /// What is typed in a line of a talk.
    ///
    /// @param prompt what stands before it, with the space behind
    record Typed(String prompt, String text) {

        static Optional<Typed> in(String line) {
            Matcher matcher = TYPED.matcher(line);
            return matcher.matches() ? Optional.of(new Typed(matcher.group(1), matcher.group(2))) : Optional.empty();
        }
    }

    /// {@return whether a transcript can begin with this line}
    static boolean begins(String line) {
        return line.startsWith(SHELL) || Typed.in(line).isPresent();
    }

    static List<Scene> of(List<String> transcript) {
        List<Scene> scenes = new ArrayList<>();
        int at = 0;
        while (at < transcript.size()) {
            String line = transcript.get(at);
            StringBuilder command = new StringBuilder();
            int end = at;
            if (line.startsWith(SHELL)) {
                command.append(line.substring(SHELL.length()));
                end++;
                while (command.toString().endsWith("\\")) {
                    command.append('\n').append(transcript.get(end));
                    end++;
                }
            }
            int begin = end;
            while (end < transcript.size() && !transcript.get(end).startsWith(SHELL)) {
                end++;
            }
            scenes.add(scene(command.toString(), transcript.subList(begin, end)));
            at = end;
        }
        return scenes;
    }

    private static Scene scene(String command, List<String> lines) {
        if (command.isEmpty()) {
            return new Talk(Optional.empty(), lines);
        }
        return command.equals("patchbay") ? new Talk(Optional.of(command), lines) : new Command(command, lines);
    }
}
