package dev.patchbay.cli.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/// The commands given with `-c`. A question that has a default is answered by it; any other by the next command.
public final class CommandLines implements LineSource {

    private final Queue<String> lines;

    /// Creates a source of these commands, in order.
    public CommandLines(List<String> commands) {
        lines = new ArrayDeque<>(commands.stream().flatMap(CommandLines::split).toList());
    }

    /// Commands are separated by line feeds and semicolons; `\;` is a semicolon that is part of one.
    static Stream<String> split(String text) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && text.startsWith(";", i + 1)) {
                command.append(';');
                i++;
            } else if (c == ';' || c == '\n') {
                commands.add(command.toString());
                command.setLength(0);
            } else {
                command.append(c);
            }
        }
        commands.add(command.toString());
        return commands.stream().map(String::strip).filter(line -> !line.isEmpty());
    }

    @Override
    public Optional<String> line() {
        return Optional.ofNullable(lines.poll());
    }

    @Override
    public Optional<String> answer(String defaultAnswer) {
        return defaultAnswer.isEmpty() ? line() : Optional.of(defaultAnswer);
    }
}
