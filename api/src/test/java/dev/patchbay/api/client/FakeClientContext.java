package dev.patchbay.api.client;

import dev.patchbay.api.wire.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A context whose background tasks run when the test says so, and whose console keeps what is printed.
final class FakeClientContext implements ClientContext {

    private final Connection connection;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    FakeClientContext(Connection connection) {
        this.connection = connection;
    }

    /// Runs them all, and waits until the last has ended.
    void runBackgroundTasks() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<@Nullable Void>> running = executor.invokeAll(tasks.stream().map(FakeClientContext::callable).toList());
            for (Future<@Nullable Void> task : running) {
                task.get();
            }
        }
    }

    private static Callable<@Nullable Void> callable(Task task) {
        return () -> {
            task.run();
            return null;
        };
    }

    List<String> printed() {
        return printed;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Connection reconnect() {
        throw new UnsupportedOperationException("there is nobody to connect to");
    }

    @Override
    public void hangUp() {
        throw new UnsupportedOperationException("there is nobody to hang up on");
    }

    @Override
    public Console console() {
        return new FakeConsole();
    }

    @Override
    public String user() {
        return "alice";
    }

    @Override
    public void background(Task background) {
        tasks.add(background);
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public RandomGenerator random() {
        return RandomGenerator.getDefault();
    }

    private final class FakeConsole implements Console {

        @Override
        public void print(Item item) {
            printed.add(item.toString());
        }

        @Override
        public String ask(String question) {
            throw new CancellationException("nobody answers");
        }

        @Override
        public String ask(String question, String defaultAnswer) {
            return defaultAnswer;
        }

        @Override
        public Progress progress(String label, long total) {
            throw new UnsupportedOperationException("nothing here takes long");
        }

        @Override
        public boolean interactive() {
            return false;
        }
    }
}
