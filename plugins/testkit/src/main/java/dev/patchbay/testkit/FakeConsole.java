package dev.patchbay.testkit;

import static org.awaitility.Awaitility.await;

import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Progress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A console that remembers what is printed and has its answers ready.
public final class FakeConsole implements Console {

    private final List<Item> items = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    private final boolean interactive;

    /// Creates a console.
    ///
    /// @param interactive what [#interactive] says
    public FakeConsole(boolean interactive) {
        this.interactive = interactive;
    }

    /// Prepares the answers to the next questions.
    public void answer(String... next) {
        answers.addAll(Arrays.asList(next));
    }

    /// {@return everything printed so far}
    public List<Item> items() {
        return List.copyOf(items);
    }

    /// {@return everything printed so far, as lines for people}
    public List<String> lines() {
        return items.stream().map(Item::toString).toList();
    }

    /// {@return the questions asked so far}
    public List<String> questions() {
        return List.copyOf(questions);
    }

    /// Waits until a line has been printed that contains this text.
    public void expect(String fragment) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    if (lines().stream().noneMatch(line -> line.contains(fragment))) {
                        throw new AssertionError("no line contains '" + fragment + "' in " + lines());
                    }
                });
    }

    @Override
    public void print(Item item) {
        items.add(item);
    }

    /// Answers with the next prepared answer; without one, as a user who presses Ctrl-C.
    @Override
    public String ask(String question) {
        questions.add(question);
        String answer = answers.poll();
        if (answer == null) {
            throw new CancellationException("no answer was prepared for '" + question + "'");
        }
        return answer;
    }

    @Override
    public String ask(String question, String defaultAnswer) {
        questions.add(question);
        String answer = answers.poll();
        return answer == null || answer.isEmpty() ? defaultAnswer : answer;
    }

    @Override
    public Progress progress(String label, long total) {
        return new Progress() {
            @Override
            public void at(long done) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean interactive() {
        return interactive;
    }
}
