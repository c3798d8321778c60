package dev.patchbay.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Connections that asked once and then say nothing: what one of them holds of the server's memory, without the kernel's part.
///
/// Each time on a fresh server. A Java machine is told to keep its heap small and is tidied up before its memory is read:
/// otherwise what is read is mostly what it found no reason yet to give back.
record Idle(int connections) implements Cell {

    private static final Exercises EXERCISES = new Exercises();
    // What compilers take and give back is no part of a connection either, so the one that takes most is off.
    private static final String[] SMALL_HEAP = {
        "-Xms2m", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10", "-XX:G1HeapRegionSize=1m", "-XX:TieredStopAtLevel=1"
    };
    // One after another, so that code is loaded and compiled, and nothing is left of them.
    private static final int REHEARSAL = 1000;
    // Those that take what place there is in a heap that has its smallest size.
    private static final int FIRST = 2000;

    @Override
    public String name() {
        return "idle:" + connections;
    }

    @Override
    public String unit() {
        return "bytes";
    }

    @Override
    public boolean fresh() {
        return true;
    }

    @Override
    public int open() {
        return FIRST + connections;
    }

    @Override
    public Sample measure(Server running, Timing timing) throws IOException {
        try (Server server = running.another(SMALL_HEAP)) {
            for (int i = 0; i < REHEARSAL; i++) {
                close(open(server, 1));
            }
            List<SocketChannel> crowd = open(server, FIRST);
            try {
                long before = settled(server);
                long start = System.nanoTime();
                crowd.addAll(open(server, connections));
                double seconds = (System.nanoTime() - start) / 1e9;
                long after = settled(server);
                return new Sample(connections, seconds, (after - before) / (double) connections, after, 0, 0, 0);
            } finally {
                close(crowd);
            }
        }
    }

    private static List<SocketChannel> open(Server server, int number) throws IOException {
        ByteBuffer reply = ByteBuffer.allocate(Exercises.REPLY);
        List<SocketChannel> crowd = new ArrayList<>();
        try {
            while (crowd.size() < number) {
                SocketChannel channel = SocketChannel.open(server.address("calc-binary"));
                crowd.add(channel);
                channel.write(EXERCISES.requests(0, 1));
                channel.read(reply.clear());
                EXERCISES.check(reply.flip(), 0);
            }
            return crowd;
        } catch (IOException e) {
            close(crowd);
            throw new IOException("after " + crowd.size() + " connections: " + e.getMessage(), e);
        }
    }

    private static void close(List<SocketChannel> crowd) throws IOException {
        for (SocketChannel channel : crowd) {
            channel.close();
        }
    }

    // What is not needed any more is not gone at once: connections end, compilers finish.
    private static long settled(Server server) throws IOException {
        long last = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            server.tidy();
            LockSupport.parkNanos(300_000_000);
            long now = server.residentBytes();
            if (Math.abs(now - last) < now / 500) {
                return now;
            }
            last = now;
        }
        return last;
    }
}
