package dev.patchbay.cli.bench;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Figures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// The exchanges of a load, all at once: a closed loop on each connection, which sends the next request when a reply has come. The
/// first one is opened before the others and ends after them.
final class Crowd {

    /// Many at once would only wait in front of the server's door.
    private static final int OPENING_AT_ONCE = 64;

    /// How long nothing at all may happen while they open.
    private static final Duration OPENING = Duration.ofSeconds(30);

    private static final long MOMENT = 20;

    private final Load load;
    private final List<Worker> workers;
    private final Failures failures;
    private final Semaphore door = new Semaphore(OPENING_AT_ONCE);
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch unopened;
    private final CountDownLatch start = new CountDownLatch(1);
    private final CountDownLatch conversing;
    private final CountDownLatch others;
    private volatile boolean stopping;

    Crowd(Load load, Pressure pressure, Entrance entrance, Meter meter) {
        this.load = load;
        failures = new Failures(entrance.target());
        int size = size(load, pressure);
        unopened = new CountDownLatch(size);
        conversing = new CountDownLatch(size);
        others = new CountDownLatch(size - 1);
        workers = IntStream.range(0, size).mapToObj(index -> new Worker(this, pressure, entrance, meter, index)).toList();
    }

    /// {@return how many exchanges there are}
    static int size(Load load, Pressure pressure) {
        return load.separate() ? pressure.connections() : 1;
    }

    /// Opens all of them.
    ///
    /// @param progress is told now and then how many connections there are
    /// @throws BenchFailure if one cannot be opened
    void open(IntConsumer progress) throws InterruptedException {
        workers.getFirst().start();
        awaitOpen(workers.size() - 1, progress);
        workers.stream().skip(1).forEach(Worker::start);
        awaitOpen(0, progress);
    }

    private void awaitOpen(int left, IntConsumer progress) throws InterruptedException {
        int before = -1;
        long since = System.nanoTime();
        while (unopened.getCount() > left && failures.failed() == 0) {
            if (connections.get() != before) {
                before = connections.get();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > OPENING.toNanos()) {
                throw new BenchFailure(ExitCode.FAILED, "the server lets nobody in any more: with " + before
                        + " connections nothing has happened for " + OPENING.toSeconds() + " s");
            }
            progress.accept(before);
            var _ = unopened.await(MOMENT, TimeUnit.MILLISECONDS);
        }
        failures.check(connections.get());
    }

    /// Lets them begin.
    void begin() {
        start.countDown();
    }

    /// {@return whether no exchange goes on}
    boolean isOver() {
        return conversing.getCount() == 0;
    }

    /// Lets them wait for the replies that are missing and say goodbye, and ends those for whom that takes too long.
    ///
    /// @param patience how long each of both may take
    void end(Duration patience) throws InterruptedException {
        stopping = true;
        start.countDown();
        if (!conversing.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            String late = "no reply within " + Figures.time(patience.toNanos()) + " of the end";
            workers.stream().filter(Worker::isConversing).forEach(worker -> {
                failures.add(late);
                worker.giveUp();
            });
        }
        long deadline = System.nanoTime() + patience.toNanos();
        for (Worker worker : workers) {
            worker.awaitEnd(deadline);
        }
    }

    /// Ends all of them at once.
    void abandon() {
        stopping = true;
        start.countDown();
        workers.forEach(Worker::giveUp);
    }

    Failures failures() {
        return failures;
    }

    /// Called by a worker: opens its exchange when there is room at the door.
    Exchange open(LoadContext context) throws Exception {
        Thread.currentThread().setContextClassLoader(load.opening().getClass().getClassLoader());
        door.acquire();
        try {
            Exchange exchange = load.opening().open(context);
            unopened.countDown();
            return exchange;
        } finally {
            door.release();
        }
    }

    /// Called by a worker that has made a connection.
    void connected() {
        connections.incrementAndGet();
    }

    /// Called by a worker: waits until all are open.
    void awaitStart() throws InterruptedException {
        start.await();
    }

    /// {@return whether no more requests are to be sent}
    boolean stopping() {
        return stopping;
    }

    /// Called by a worker that has all replies, or waits for no more.
    void conversed() {
        conversing.countDown();
    }

    /// Called by a worker that says goodbye: the first one waits for the others.
    void awaitTurn(int index) throws InterruptedException {
        if (index == 0) {
            others.await();
        }
    }

    /// Called by a worker as the last thing it does.
    void ended(int index) {
        if (index > 0) {
            others.countDown();
        }
    }
}
