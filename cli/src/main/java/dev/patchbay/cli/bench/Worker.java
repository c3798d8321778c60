package dev.patchbay.cli.bench;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// Makes one exchange, from its opening to its end, in a thread of its own.
final class Worker implements LoadContext {

    private final Crowd crowd;
    private final Pressure pressure;
    private final Entrance entrance;
    private final Meter meter;
    private final int index;
    private final Thread thread;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final AtomicBoolean conversing = new AtomicBoolean(true);
    private final AtomicBoolean givenUp = new AtomicBoolean();

    Worker(Crowd crowd, Pressure pressure, Entrance entrance, Meter meter, int index) {
        this.crowd = crowd;
        this.pressure = pressure;
        this.entrance = entrance;
        this.meter = meter;
        this.index = index;
        thread = Thread.ofVirtual().name("patchbay-bench-" + index).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            Exchange exchange = crowd.open(this);
            crowd.awaitStart();
            converse(exchange);
            conversed();
            crowd.awaitTurn(index);
            exchange.close();
        } catch (Exception | LinkageError e) {
            if (!givenUp.get()) {
                crowd.failures().add(e);
            }
        } finally {
            conversed();
            connections.forEach(Connection::close);
            crowd.ended(index);
        }
    }

    /// Looks at the clock once for each exchange: when a reply is there, the next request is sent.
    private void converse(Exchange exchange) throws Exception {
        long[] sent = new long[pressure.depth()];
        int missing = 0;
        while (missing < sent.length && !crowd.stopping()) {
            sent[missing++] = System.nanoTime();
            exchange.send();
        }
        int oldest = 0;
        while (missing > 0) {
            exchange.receive();
            long now = System.nanoTime();
            meter.record(index, now - sent[oldest]);
            if (crowd.stopping()) {
                missing--;
            } else {
                sent[oldest] = now;
                exchange.send();
            }
            oldest = oldest + 1 == sent.length ? 0 : oldest + 1;
        }
    }

    private void conversed() {
        if (conversing.getAndSet(false)) {
            crowd.conversed();
        }
    }

    boolean isConversing() {
        return conversing.get();
    }

    /// Ends it in the middle, by another thread, which knows why.
    void giveUp() {
        givenUp.set(true);
        thread.interrupt();
        connections.forEach(Connection::close);
    }

    /// Waits for its end, which is brought about if it has not come by then.
    void awaitEnd(long deadline) throws InterruptedException {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        if (thread.isAlive() && !thread.join(left)) {
            giveUp();
        }
    }

    @Override
    public Connection connect() throws IOException {
        Connection connection = entrance.enter();
        connections.add(connection);
        crowd.connected();
        return connection;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public int connections() {
        return pressure.connections();
    }

    @Override
    public int depth() {
        return pressure.depth();
    }

    @Override
    public long size() {
        return pressure.size();
    }

    @Override
    public void count(long amount) {
        meter.count(amount);
    }
}
