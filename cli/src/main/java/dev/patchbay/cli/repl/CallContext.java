package dev.patchbay.cli.repl;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.wire.Connection;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// What a session is given, and the threads it has running beside the user's commands.
final class CallContext implements ClientContext {

    private final Line line;
    private final Console console;
    private final Identity identity;
    private final Optional<String> user;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean shared;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    /// @param user the name that the address gave, if any
    CallContext(Line line, Console console, Identity identity, Optional<String> user) {
        this.line = line;
        this.console = console;
        this.identity = identity;
        this.user = user;
    }

    @Override
    public Connection connection() {
        return line.wire().connection();
    }

    @Override
    public Connection reconnect() throws IOException {
        return line.again();
    }

    @Override
    public void hangUp() {
        line.rest();
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public String user() {
        return user.orElseGet(() -> identity.name(console));
    }

    @Override
    public void background(Task task) {
        shared = true;
        Thread thread = Thread.ofVirtual().name("patchbay-session").unstarted(() -> run(task));
        threads.add(thread);
        thread.start();
    }

    private void run(Task task) {
        try {
            task.run();
        } catch (Throwable e) {
            failure.complete(e);
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    /// {@return whether the session has tasks beside the user's commands, so that it flushes what it sends itself}
    boolean shared() {
        return shared;
    }

    /// {@return the first exception of a task, once there is one}
    CompletableFuture<Throwable> failure() {
        return failure;
    }

    /// Interrupts the tasks.
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    /// Waits until the tasks have ended, other than one that calls this itself, or the time is over.
    void await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.equals(Thread.currentThread())) {
                    thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Override
    public RandomGenerator random() {
        return RandomGenerator.getDefault();
    }
}
