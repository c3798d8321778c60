package dev.patchbay.peers;

import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One who says something in a chat of many, and the next thing when all have heard it: what one delivery costs.
record FanOut(int receivers) implements Cell {

    @Override
    public String name() {
        return "fan-out:" + receivers;
    }

    @Override
    public String unit() {
        return "µs";
    }

    @Override
    public int open() {
        return receivers + 1;
    }

    @Override
    public Sample measure(Server server, Timing timing) throws IOException {
        List<Receiver> crowd = new ArrayList<>();
        try (Selector selector = Selector.open();
                SocketChannel speaker = SocketChannel.open(server.address("chat"))) {
            for (int i = 0; i < receivers; i++) {
                crowd.add(new Receiver(server.address("chat"), "r" + i, selector));
            }
            Speech speech = new Speech(speaker, selector, receivers);
            speech.gather(crowd);
            run(speech, timing.warmup());
            speech.latencies().clear();
            Meter meter = new Meter(server);
            run(speech, timing.window());
            return meter.stop(speech.latencies(), receivers);
        } finally {
            for (Receiver receiver : crowd) {
                receiver.close();
            }
        }
    }

    private static void run(Speech speech, Duration time) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            speech.say();
        }
    }
}
