package dev.patchbay.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The lines of standard input: exactly what one would type, answers included.
public record StreamLines(BufferedReader reader) implements LineSource {

    @Override
    public Optional<String> line() {
        try {
            return Optional.ofNullable(reader.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> answer(String defaultAnswer) {
        return line().map(answer -> answer.isEmpty() ? defaultAnswer : answer);
    }
}
