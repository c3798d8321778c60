package dev.patchbay.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Clients of calc-binary on one thread, each with so many requests in flight, each reply checked.
record Calculating(int connections, int depth) implements Cell {

    private static final Duration LAST_REPLIES = Duration.ofSeconds(5);

    Calculating {
        if (connections < 1 || depth < 1 || depth > Exercises.DEPTH) {
            throw new IllegalArgumentException("at least one connection, and 1 to " + Exercises.DEPTH + " requests in flight");
        }
    }

    @Override
    public String name() {
        return connections + "x" + depth;
    }

    @Override
    public String unit() {
        return "µs";
    }

    @Override
    public int open() {
        return connections;
    }

    @Override
    public Sample measure(Server server, Timing timing) throws IOException {
        Exercises exercises = new Exercises();
        Latencies latencies = new Latencies();
        List<CalcClient> clients = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                clients.add(new CalcClient(server.address("calc-binary"), depth, i, exercises, latencies));
            }
            for (CalcClient client : clients) {
                client.begin(selector);
            }
            run(selector, timing.warmup(), () -> false);
            latencies.clear();
            Meter meter = new Meter(server);
            run(selector, timing.window(), () -> false);
            Sample sample = meter.stop(latencies, 1);
            // So that no server has to log a connection that was reset.
            clients.forEach(CalcClient::end);
            run(selector, LAST_REPLIES, () -> clients.stream().allMatch(CalcClient::answered));
            return sample;
        } finally {
            for (CalcClient client : clients) {
                client.close();
            }
        }
    }

    private static void run(Selector selector, Duration time, BooleanSupplier enough) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(Exercises.DEPTH * Exercises.REPLY);
        Consumer<SelectionKey> read = key -> {
            try {
                ((CalcClient) key.attachment()).read(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        long start = System.nanoTime();
        try {
            while (System.nanoTime() - start < time.toNanos() && !enough.getAsBoolean()) {
                if (selector.select(read, 5000) == 0) {
                    throw new IOException("no reply for 5 seconds");
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
