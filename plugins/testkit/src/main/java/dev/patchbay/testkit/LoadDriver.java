package dev.patchbay.testkit;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/// Makes the exchanges of a load as `patchbay bench` does, a few of them and without measuring anything.
final class LoadDriver {

    private static final int CONNECTIONS = 3;
    private static final int DEPTH = 4;
    private static final int ROUNDS = 20;

    private final Protocol protocol;
    private final Load load;
    private final InetSocketAddress server;
    private final int exchanges;
    private final int depth;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch others;
    private final LongAdder counted = new LongAdder();

    LoadDriver(Protocol protocol, Load load, InetSocketAddress server) {
        this.protocol = protocol;
        this.load = load;
        this.server = server;
        exchanges = load.separate() ? CONNECTIONS : 1;
        depth = load.pipelined() ? DEPTH : 1;
        others = new CountDownLatch(exchanges - 1);
    }

    /// Runs all exchanges to their end.
    ///
    /// @return how much they counted
    /// @throws Exception what the first of them threw that did not come to it
    long run() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            all.add(threads.submit(() -> {
                first();
                return null;
            }));
            for (int i = 1; i < exchanges; i++) {
                int index = i;
                all.add(threads.submit(() -> {
                    another(index);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        return counted.sum();
    }

    private void first() throws Exception {
        try (Context context = new Context(0)) {
            Exchange exchange = load.opening().open(context);
            begun.countDown();
            converse(exchange);
            others.await();
            exchange.close();
        } finally {
            begun.countDown();
        }
    }

    private void another(int index) throws Exception {
        begun.await();
        try (Context context = new Context(index)) {
            Exchange exchange = load.opening().open(context);
            converse(exchange);
            exchange.close();
        } finally {
            others.countDown();
        }
    }

    private void converse(Exchange exchange) throws Exception {
        for (int i = 0; i < depth; i++) {
            exchange.send();
        }
        for (int i = 0; i < ROUNDS; i++) {
            exchange.receive();
            exchange.send();
        }
        for (int i = 0; i < depth; i++) {
            exchange.receive();
        }
    }

    private final class Context implements LoadContext, AutoCloseable {

        private final int index;
        private final List<Connection> connected = new ArrayList<>();

        Context(int index) {
            this.index = index;
        }

        @Override
        public Connection connect() throws IOException {
            Connection connection = new Line(protocol, server).connection();
            connected.add(connection);
            return connection;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public int connections() {
            return CONNECTIONS;
        }

        @Override
        public int depth() {
            return depth;
        }

        @Override
        public long size() {
            return load.size().map(Load.Size::usual).orElse(0L);
        }

        @Override
        public void count(long amount) {
            counted.add(amount);
        }

        @Override
        public void close() {
            connected.forEach(Connection::close);
        }
    }
}
