package dev.patchbay.gateway.listen;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import jdk.management.VirtualThreadSchedulerMXBean;

/// Keeps handlers that compute without end from stopping everybody. A virtual thread gives its carrier back only when it waits, so
/// as many endless ones as there are processors would hold them all. When nobody gets a turn any more, one carrier is added; the
/// system's scheduler then shares the processors among them. That is for the life of the process, and not without limit: the
/// handler cannot be ended, and an operator has to hear of it.
final class Carriers implements AutoCloseable {

    private static final Logger LOG = System.getLogger("patchbay.plugins");
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_ADDED = 16;

    private final Thread thread = Thread.ofPlatform().daemon().name("patchbay-carriers").unstarted(this::run);
    private int added;

    private Carriers() {}

    /// {@return a new one, whose thread runs}
    static Carriers start() {
        Carriers carriers = new Carriers();
        carriers.thread.start();
        return carriers;
    }

    private void run() {
        try {
            while (added < MOST_ADDED) {
                if (done(startTurn())) {
                    Thread.sleep(PERIOD);
                } else {
                    add();
                    // The scheduler looks at what it may do now when something is put into an empty queue of its; whoever submits
                    // again and again does so into one that is not, and a new thread most likely uses another.
                    Thread.ofPlatform().daemon().name("patchbay-nudge").start(Carriers::startTurn);
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /// A thread that ends as soon as it gets a turn.
    private static Thread startTurn() {
        return Thread.ofVirtual().name("patchbay-turn").start(() -> {});
    }

    /// Waits twice, because the first time is over at once where the whole machine was asleep.
    private static boolean done(Thread turn) throws InterruptedException {
        boolean done = turn.join(PATIENCE);
        return done || turn.join(PATIENCE);
    }

    private void add() {
        added++;
        VirtualThreadSchedulerMXBean scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        scheduler.setParallelism(scheduler.getParallelism() + 1);
        LOG.log(Level.ERROR, "handlers of plugins compute without a pause and keep all others waiting: a carrier thread was added, "
                + added + " of " + MOST_ADDED + "; `jcmd " + ProcessHandle.current().pid()
                + " Thread.dump_to_file FILE` shows who they are, and only a restart ends them");
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
