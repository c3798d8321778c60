package dev.patchbay.cli.terminal;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Progress;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.JsonFormat;
import dev.patchbay.cli.shell.LineContext;
import dev.patchbay.cli.shell.Paint;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.cli.shell.Shell;
import dev.patchbay.cli.shell.TextFormat;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// A person at a terminal: lines are edited, completed and remembered, and what is printed while one is typed stands above it.
public final class TerminalShell implements Shell, AutoCloseable {

    private final Terminal terminal;
    private final LineReaderImpl reader;
    private final Format format;
    private final Queue<String> pasted = new ArrayDeque<>();
    private volatile @Nullable LineContext context;
    private volatile @Nullable ProgressLine progress;

    /// Creates a shell on a terminal, which [#close] closes.
    ///
    /// @param history the file of the lines typed, here and in earlier runs
    public TerminalShell(Terminal terminal, Format format, Path history) {
        this.terminal = terminal;
        this.format = format;
        // What is typed while a command runs waits for the next prompt, and shows there.
        terminal.echo(false);
        boolean colours = format instanceof TextFormat text && text.paint() == Paint.COLOURS;
        reader = Readers.create(terminal, new TypingAid(() -> Optional.ofNullable(context), colours), history);
    }

    /// Has something done whenever a prompt is about to be shown, by the thread that reads lines.
    public void onPrompt(Runnable action) {
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            action.run();
            return true;
        });
    }

    @Override
    public Optional<String> readLine(LineContext context) {
        if (!pasted.isEmpty()) {
            return Optional.of(pasted.remove());
        }
        this.context = context;
        try {
            while (true) {
                try {
                    return Optional.of(first(reader.readLine(prompt(context))));
                } catch (UserInterruptException e) {
                    // Ctrl-C at the prompt discards the line, and nothing else.
                }
            }
        } catch (EndOfFileException e) {
            return Optional.empty();
        } finally {
            this.context = null;
        }
    }

    /// Several lines that were pasted at once are as good as several typed.
    private String first(String text) {
        List<String> lines = text.lines().toList();
        lines.stream().skip(1).forEach(pasted::add);
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    private String prompt(LineContext context) {
        return literal(format.prompt(context.prompt()) + "> ");
    }

    /// To the library a percent sign in a prompt begins a pattern, wherever it came from.
    private static String literal(String prompt) {
        return prompt.replace("%", "%%");
    }

    @Override
    public String ask(String question) {
        return asked(question + ": ", "");
    }

    @Override
    public String ask(String question, String defaultAnswer) {
        return asked(question + " [" + defaultAnswer + "]: ", defaultAnswer);
    }

    private String asked(String prompt, String defaultAnswer) {
        if (!pasted.isEmpty()) {
            return pasted.remove();
        }
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        try {
            String answer = reader.readLine(literal(format.label(prompt)));
            return answer.isEmpty() ? defaultAnswer : answer;
        } catch (UserInterruptException | EndOfFileException e) {
            throw new CancellationException("cancelled");
        } catch (IOError e) {
            // The thread was interrupted while it waited for a key.
            throw new CancellationException("interrupted");
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }

    @Override
    public void print(Item item) {
        verbatim(format.item(item));
    }

    @Override
    public void table(List<Item> rows) {
        verbatim(format.table(rows));
    }

    @Override
    public void list(String title, List<Item> items) {
        verbatim(format.list(title, items, terminal.getColumns()));
    }

    @Override
    public void verbatim(String text) {
        ProgressLine current = progress;
        if (text.isEmpty()) {
            return;
        }
        if (current == null) {
            reader.printAbove(text);
        } else {
            current.above(() -> reader.printAbove(text));
        }
    }

    @Override
    public void notice(String text) {
        verbatim(format.notice(text));
    }

    @Override
    public void problem(Problem problem) {
        verbatim(format.problem(problem));
    }

    @Override
    public void refresh() {
        LineContext current = context;
        if (current == null) {
            return;
        }
        try {
            reader.setPrompt(prompt(current));
            reader.callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException e) {
            // The line has just been entered: the next prompt is right anyway.
        }
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public void onInterrupt(Runnable action) {
        terminal.handle(Signal.INT, signal -> action.run());
    }

    @Override
    public Progress progress(String label, long total) {
        ProgressLine line = new ProgressLine(terminal, format.label(label), total, () -> progress = null);
        progress = line;
        return line;
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public boolean json() {
        return format instanceof JsonFormat;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
