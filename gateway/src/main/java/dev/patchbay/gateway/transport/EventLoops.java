package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The loops among which connections are shared out, and the thread that watches over them.
///
/// There is one for two processors: the other has the system's part of the work, the journals and what plugins do aside.
public final class EventLoops implements AutoCloseable {

    /// Set this system property to have another number of loops.
    public static final String PROPERTY = "patchbay.loops";

    private final List<EventLoop> loops = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog();
    private final BufferPool buffers = new BufferPool();
    private final AtomicInteger next = new AtomicInteger();

    private EventLoops() {}

    /// {@return new ones, whose threads run}
    public static EventLoops start() {
        return start(Math.max(1, Integer.getInteger(PROPERTY, Runtime.getRuntime().availableProcessors() / 2)));
    }

    /// {@return so many new ones, whose threads run}
    public static EventLoops start(int count) {
        EventLoops started = new EventLoops();
        try {
            for (int i = 0; i < count; i++) {
                EventLoop loop = new EventLoop("patchbay-loop-" + i, started.watchdog, started.buffers);
                started.loops.add(loop);
                started.watchdog.watch(loop);
            }
        } catch (IOException e) {
            started.close();
            throw new UncheckedIOException("no sockets can be waited for: " + e.getMessage(), e);
        }
        started.loops.forEach(EventLoop::start);
        started.watchdog.start();
        return started;
    }

    /// {@return the loop for the next connection}
    public EventLoop next() {
        return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
    }

    /// {@return what they are, for a person: how many, and what carries the threads of connections}
    public String describe() {
        String count = loops.size() == 1 ? "1 event loop" : loops.size() + " event loops";
        return count + (CarriedThreads.available()
                ? ", carrying the threads of their connections"
                : " beside the system's threads, which costs more: java was started without --add-opens java.base/java.lang=ALL-UNNAMED");
    }

    /// Lets every loop go on with another thread.
    public void renew() {
        loops.forEach(EventLoop::renew);
    }

    /// Ends the loops. What was registered with them is not served any more.
    @Override
    public void close() {
        watchdog.stop();
        loops.forEach(EventLoop::close);
    }
}
