package dev.patchbay.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.widget.AutosuggestionWidgets;

/// Sets up line readers.
final class Readers {

    private static final int REMEMBERED_LINES = 5000;

    private Readers() {}

    static LineReaderImpl create(Terminal terminal, TypingAid aid, Path history) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("patchbay")
                .completer(aid)
                .highlighter(aid)
                .parser(literally())
                // A chat line may hold exclamation marks.
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_DUPS, true)
                .option(Option.HISTORY_TIMESTAMPED, false)
                .option(Option.AUTO_FRESH_LINE, true)
                .variable(LineReader.HISTORY_SIZE, REMEMBERED_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED_LINES)
                .variable(LineReader.BELL_STYLE, "none");
        if (isPrivate(history)) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        LineReaderImpl reader = (LineReaderImpl) builder.build();
        if (!Terminal.TYPE_DUMB.equals(terminal.getType()) && !Terminal.TYPE_DUMB_COLOR.equals(terminal.getType())) {
            new AutosuggestionWidgets(reader).enable();
            reader.setAutosuggestion(LineReader.SuggestionType.HISTORY);
        }
        return reader;
    }

    /// Words end at spaces, and nothing else: quotes and backslashes are part of what people say.
    private static DefaultParser literally() {
        return new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
    }

    /// Makes the file if need be, readable by its owner only; without one, lines are remembered for this run.
    private static boolean isPrivate(Path history) {
        try {
            if (history.getParent() != null) {
                Files.createDirectories(history.getParent(), mode("rwx------"));
            }
            if (Files.notExists(history)) {
                Files.createFile(history, mode("rw-------"));
            }
            Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rw-------"));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
