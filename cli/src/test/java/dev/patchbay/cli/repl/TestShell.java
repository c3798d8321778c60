package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Progress;
import dev.patchbay.cli.shell.LineContext;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.cli.shell.Shell;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/// A person who types what the test says, and remembers what was shown: results as they are, notices behind `#`, problems behind `!`,
/// their hints behind `?`, questions behind `:`.
final class TestShell implements Shell {

    private static final ConditionFactory AWAIT = Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));

    private final Queue<Optional<String>> typed = new ArrayDeque<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private @Nullable LineContext reading;
    private volatile Runnable interrupt = () -> {};

    /// Types lines, and waits until the next one can be typed.
    void type(String... lines) {
        for (String line : lines) {
            put(Optional.of(line));
        }
        awaitPrompt();
    }

    /// Types a line whose command goes on.
    void begin(String line) {
        put(Optional.of(line));
        AWAIT.until(() -> !atPrompt());
    }

    /// Presses Ctrl-D.
    void end() {
        put(Optional.empty());
    }

    /// Presses Ctrl-C.
    void interrupt() {
        interrupt.run();
    }

    void awaitPrompt() {
        AWAIT.until(this::atPrompt);
    }

    /// {@return whether everything typed was taken and the next line can be typed}
    boolean atPrompt() {
        return reading() != null;
    }

    void awaitShown(String fragment) {
        AWAIT.until(() -> shown.stream().anyMatch(line -> line.contains(fragment)));
    }

    /// {@return who reads a line now, while there is none to read}
    private synchronized @Nullable LineContext reading() {
        return typed.isEmpty() ? reading : null;
    }

    private synchronized void put(Optional<String> line) {
        typed.add(line);
        notifyAll();
    }

    private synchronized Optional<String> take(@Nullable LineContext context) throws InterruptedException {
        reading = context;
        try {
            while (typed.isEmpty()) {
                wait();
            }
            return typed.remove();
        } finally {
            reading = null;
        }
    }

    String prompt() {
        return typing().prompt().toString();
    }

    LineContext typing() {
        awaitPrompt();
        return Objects.requireNonNull(reading());
    }

    List<String> shown() {
        return shown;
    }

    @Override
    public Optional<String> readLine(LineContext context) {
        try {
            return take(context);
        } catch (InterruptedException e) {
            return Optional.empty();
        }
    }

    @Override
    public String ask(String question) {
        return ask(question, "");
    }

    @Override
    public String ask(String question, String defaultAnswer) {
        shown.add(": " + question);
        try {
            String answer = take(null).orElseThrow();
            return answer.isEmpty() ? defaultAnswer : answer;
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void print(Item item) {
        shown.add(item.toString());
    }

    @Override
    public void table(List<Item> rows) {
        rows.forEach(this::print);
    }

    @Override
    public void list(String title, List<Item> items) {
        shown.add(title);
        items.forEach(this::print);
    }

    @Override
    public void verbatim(String text) {
        shown.add(text);
    }

    @Override
    public void notice(String text) {
        shown.add("# " + text);
    }

    @Override
    public void problem(Problem problem) {
        shown.add("! " + problem.message());
        problem.hints().forEach(hint -> shown.add("? " + hint));
    }

    @Override
    public void onInterrupt(Runnable action) {
        interrupt = action;
    }

    @Override
    public Progress progress(String label, long total) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public boolean json() {
        return false;
    }
}
