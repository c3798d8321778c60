package dev.patchbay.gateway.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Sees to it that a handler which computes, or waits in a way that keeps its thread, holds up nobody else: a loop that has run one task
/// for some milliseconds goes on with another thread, and the task keeps the one it has.
///
/// It costs next to nothing while all is well: a look at a number of each loop, and none while all of them wait for sockets.
final class Watchdog {

    private static final Logger LOG = System.getLogger("patchbay.plugins");

    private static final long PERIOD = Duration.ofMillis(5).toNanos();

    /// After so long an operator should know.
    private static final long LONG = Duration.ofSeconds(10).toNanos();

    /// More threads than that are not left behind at a time; then everybody waits.
    private static final int MOST = 256;

    private record Hog(Thread thread, long since) {}

    private final List<EventLoop> loops = new CopyOnWriteArrayList<>();
    private final Map<EventLoop, Long> seen = new HashMap<>();
    private final List<Hog> hogs = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("patchbay-watchdog").unstarted(this::run);
    private volatile boolean resting;
    private volatile boolean stopped;

    void start() {
        thread.start();
    }

    void watch(EventLoop loop) {
        loops.add(loop);
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /// Tells that a loop has something to do.
    void wake() {
        if (resting) {
            resting = false;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!stopped) {
            LockSupport.parkNanos(PERIOD);
            loops.forEach(this::look);
            hogs.removeIf(hog -> !hog.thread.isAlive());
            tell();
            rest();
        }
    }

    private void look(EventLoop loop) {
        long now = loop.progress();
        boolean running = (now & 1) == 1;
        if (running && seen.getOrDefault(loop, 0L) == now && hogs.size() < MOST) {
            loop.handOver(now).ifPresent(left -> hogs.add(new Hog(left, System.nanoTime())));
        }
        seen.put(loop, now);
    }

    private void rest() {
        resting = true;
        // A loop that wakes up behind this look sees that we rest.
        while (resting && !stopped && hogs.isEmpty() && loops.stream().allMatch(EventLoop::isAsleep)) {
            LockSupport.park(this);
        }
        resting = false;
    }

    private void tell() {
        long now = System.nanoTime();
        for (int i = 0; i < hogs.size(); i++) {
            Hog hog = hogs.get(i);
            if (now - hog.since > LONG) {
                // Once for each, which then is none of ours any more.
                hogs.remove(i--);
                LOG.log(Level.ERROR, "a handler of a plugin has computed for " + Duration.ofNanos(now - hog.since).toSeconds()
                        + " s without a pause and keeps a processor busy, or waits without giving its thread back; `jcmd "
                        + ProcessHandle.current().pid() + " Thread.dump_to_file FILE` shows who it is, and only a restart ends it");
            }
        }
    }
}
