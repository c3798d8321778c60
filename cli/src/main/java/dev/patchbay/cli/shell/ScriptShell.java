package dev.patchbay.cli.shell;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The shell of scripts: no prompt, no questions shown; results go to one stream, problems and notices to another. Where results cannot be
/// written, the script ends: what runs is interrupted, nothing more is read or said.
public final class ScriptShell implements Shell {

    private final LineSource lines;
    private final Format format;
    private final PrintStream out;
    private final PrintStream err;
    private volatile Runnable interrupt = () -> {};

    /// Creates a shell; the streams are flushed at every line and closed by nobody.
    public ScriptShell(LineSource lines, Format format, PrintStream out, PrintStream err) {
        this.lines = lines;
        this.format = format;
        this.out = out;
        this.err = err;
    }

    @Override
    public Optional<String> readLine(LineContext context) {
        return out.checkError() ? Optional.empty() : lines.line();
    }

    @Override
    public String ask(String question) {
        return ask(question, "");
    }

    @Override
    public String ask(String question, String defaultAnswer) {
        String end = "the script ends where '" + question + "' is asked: add a line with the answer";
        return lines.answer(defaultAnswer).orElseThrow(() -> new CancellationException(end));
    }

    @Override
    public void print(Item item) {
        write(out, format.item(item));
    }

    @Override
    public void table(List<Item> rows) {
        verbatim(format.table(rows));
    }

    @Override
    public void list(String title, List<Item> items) {
        verbatim(format.list(title, items, 0));
    }

    @Override
    public void verbatim(String text) {
        if (!text.isEmpty()) {
            write(out, text);
        }
    }

    @Override
    public void notice(String text) {
        write(err, format.notice(text));
    }

    @Override
    public void problem(Problem problem) {
        write(err, format.problem(problem));
    }

    private void write(PrintStream stream, String text) {
        if (out.checkError()) {
            return;
        }
        // One call for a whole line, so that lines of several threads do not mix.
        stream.print(text + "\n");
        stream.flush();
        if (out.checkError()) {
            interrupt.run();
        }
    }

    @Override
    public void onInterrupt(Runnable action) {
        interrupt = action;
    }

    @Override
    public Progress progress(String label, long total) {
        return NoProgress.INSTANCE;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public boolean json() {
        return format instanceof JsonFormat;
    }
}
