package dev.patchbay.gateway.live;

import dev.patchbay.gateway.listen.Endpoint;
import dev.patchbay.gateway.listen.Sessions;
import dev.patchbay.gateway.plugin.Label;
import dev.patchbay.gateway.plugin.Problem;
import dev.patchbay.gateway.plugin.Reason;
import dev.patchbay.gateway.plugin.Remains;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The end of a generation: nobody new is served; whom it serves, it may serve to the end, for a limited time; then its
/// connections are closed, its services, its threads, and last its class loader. What does not end is told, and waited for, so
/// that a class is never missing from under a thread that still runs.
///
/// When all has ended, nothing in here keeps the generation's classes.
final class Retirement {

    private static final Logger LOG = System.getLogger("patchbay.plugins");
    private static final Duration LOOK_SOON = Duration.ofMillis(20);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /// How long what was interrupted may take to end, until it counts as something that does not.
    private static final long GRACE = Duration.ofSeconds(1).toNanos();

    /// How long the collector may take before it is helped, and then what is left is told.
    private static final long LEFT_OVER = Duration.ofMinutes(5).toMillis();

    private final Label label;
    private final WeakReference<ClassLoader> loader;
    private final Sessions sessions;
    private final Duration drainTime;
    private final String why;
    private final Clock clock;
    private final CompletableFuture<Void> hurry = new CompletableFuture<>();
    private final Thread thread;
    private volatile @Nullable Generation generation;
    private volatile Optional<Problem> problem = Optional.empty();
    private volatile boolean abandoned;
    private long closed;
    private boolean helped;

    private Retirement(Generation generation, Sessions sessions, Duration patience, Duration drainTime, String why, Clock clock) {
        this.generation = generation;
        this.sessions = sessions;
        this.drainTime = drainTime;
        this.why = why;
        this.clock = clock;
        label = generation.plugin().label();
        loader = generation.plugin().loader();
        thread = Thread.ofVirtual().name("patchbay-retire-" + label.id()).unstarted(() -> run(patience));
    }

    /// Begins to end a generation, on a thread of its own.
    ///
    /// @param patience  how long connections may go on as if nothing had happened
    /// @param drainTime how long they may take to finish what they are doing after that
    /// @param why       the reason, for the log of connections
    /// @param clock     tells how long ago it ended
    static Retirement start(
            Generation generation, Sessions sessions, Duration patience, Duration drainTime, String why, Clock clock) {
        generation.endpoints().forEach(Endpoint::retire);
        Retirement retirement = new Retirement(generation, sessions, patience, drainTime, why, clock);
        retirement.thread.start();
        return retirement;
    }

    private void run(Duration patience) {
        try {
            end(patience);
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, name() + ": nobody waits for its end any more");
        }
        close();
    }

    private void end(Duration patience) throws InterruptedException {
        Generation ending = generation;
        if (ending == null) {
            return;
        }
        awaitIdle(ending, patience);
        sessions.drain(ending.endpoints(), drainTime, why);
        sessions.forget(ending.endpoints());
        ending.close();
        problem = awaitEnd(ending);
        problem.ifPresent(left -> LOG.log(Level.WARNING, name() + " is gone, but " + left));
        while (problem.isPresent() && !abandoned) {
            Thread.sleep(LOOK_AGAIN);
            problem = remaining(ending);
        }
    }

    /// What was interrupted may take a moment to end.
    private Optional<Problem> awaitEnd(Generation ending) throws InterruptedException {
        long end = System.nanoTime() + GRACE;
        Optional<Problem> left = remaining(ending);
        while (left.isPresent() && System.nanoTime() - end < 0) {
            Thread.sleep(LOOK_SOON);
            left = remaining(ending);
        }
        return left;
    }

    private void awaitIdle(Generation ending, Duration patience) {
        CompletableFuture<Void> idle = CompletableFuture.allOf(
                ending.endpoints().stream().map(Endpoint::idle).toArray(CompletableFuture<?>[]::new));
        CompletableFuture.anyOf(idle, hurry).completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS).join();
    }

    private Optional<Problem> remaining(Generation ending) {
        Stream<String> handlers = sessions.names(ending.endpoints()).stream().map(name -> "the handler of " + name);
        Stream<String> given = ending.hasEnded() ? Stream.of() : Stream.of("a task of its executor, its scheduler or a journal");
        Stream<String> own = ending.plugin().threads().stream().map(thread -> "the thread '" + thread.getName() + "'");
        List<String> left = Stream.of(handlers, given, own).flatMap(all -> all).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(Reason.STILL_RUNNING, String.join(", ", left) + (left.size() == 1 ? " has" : " have") + " not ended"));
    }

    /// In a method of its own, so that no frame of a thread keeps the generation.
    private void close() {
        Generation ended = generation;
        if (ended != null) {
            ended.plugin().close();
        }
        synchronized (this) {
            closed = clock.millis();
        }
        generation = null;
    }

    /// Ends the time in which connections may go on as if nothing had happened, and does not wait for what does not end.
    void hurry() {
        abandoned = true;
        hurry.complete(null);
    }

    /// Waits for the end, for a limited time, after which what is left is left to itself.
    void await(Duration time) throws InterruptedException {
        if (!thread.join(time)) {
            abandoned = true;
            thread.interrupt();
            thread.join(LOOK_AGAIN);
        }
    }

    /// Looks for what keeps the classes of a plugin that ended long ago.
    synchronized void look() {
        if (generation == null && problem.isEmpty() && !isCollected() && clock.millis() - closed > LEFT_OVER) {
            if (helped) {
                problem = Optional.of(new Problem(Reason.STILL_HELD, "its classes are still in memory" + users()));
                LOG.log(Level.WARNING, name() + ": " + problem.get());
            } else {
                helped = true;
                System.gc();
                // What the JDK only caches goes at the second time.
                System.gc();
            }
        }
    }

    private String users() {
        ClassLoader left = loader.get();
        List<String> threads = left == null ? List.of() : Remains.threads(String.valueOf(left.getName()));
        return threads.isEmpty() ? "" : ", used by " + String.join(", ", threads);
    }

    private String name() {
        return "plugin " + label.id() + " " + label.version() + " (" + label.jar() + ")";
    }

    /// {@return whether nothing is left of it}
    boolean isCollected() {
        return generation == null && loader.refersTo(null);
    }

    /// {@return what is known of the generation}
    Label label() {
        return label;
    }

    /// {@return what does not end, if it is known}
    Optional<Problem> problem() {
        return problem;
    }

    /// {@return `draining`, `lingering` if something does not end, or `closed` while the collector has not come by}
    String state() {
        return problem.isPresent() ? "lingering" : generation == null ? "closed" : "draining";
    }

    /// {@return how many connections it still serves}
    int leases() {
        Generation ending = generation;
        return ending == null ? 0 : ending.leases();
    }
}
