package dev.patchbay.peers;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// Has a number of requests in flight, always: each reply is checked, and makes place for the next request.
final class CalcClient implements AutoCloseable {

    private final SocketChannel channel;
    private final Exercises exercises;
    private final Latencies latencies;
    // When each of those in flight was sent.
    private final long[] times;
    private long sent;
    private long received;
    private long bytes;
    private boolean ending;

    CalcClient(InetSocketAddress address, int depth, int first, Exercises exercises, Latencies latencies) throws IOException {
        this.exercises = exercises;
        this.latencies = latencies;
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        times = new long[depth];
        sent = first;
        received = first;
        bytes = (long) first * Exercises.REPLY;
    }

    void begin(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, this);
        send(times.length, System.nanoTime());
    }

    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server has closed a connection");
        }
        exercises.check(buffer.flip(), bytes);
        bytes += buffer.limit();
        int replies = (int) (bytes / Exercises.REPLY - received);
        long now = System.nanoTime();
        for (int i = 0; i < replies; i++) {
            latencies.add(now - times[(int) (received++ % times.length)]);
        }
        if (replies > 0 && !ending) {
            send(replies, now);
        }
    }

    /// Asks no more.
    void end() {
        ending = true;
    }

    /// {@return whether all that was asked is answered}
    boolean answered() {
        return received == sent;
    }

    private void send(int count, long now) throws IOException {
        ByteBuffer requests = exercises.requests(sent, count);
        for (int i = 0; i < count; i++) {
            times[(int) (sent++ % times.length)] = now;
        }
        // What is in flight fits into the buffers of the sockets, so this is one write.
        while (requests.hasRemaining()) {
            channel.write(requests);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
