package dev.patchbay.cli.repl;

import dev.patchbay.api.wire.Message;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.api.wire.Wait;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/// A transport of which one can see for how long somebody has been waiting for the peer.
final class WatchedTransport implements Transport {

    private final Transport transport;
    private volatile boolean waiting;
    private volatile long since;

    WatchedTransport(Transport transport) {
        this.transport = transport;
    }

    /// {@return how long the peer has been silent while it was waited for}
    ///
    /// @param began the [System#nanoTime] from which on that counts
    Duration silence(long began) {
        // In this order: what is seen then belongs to this wait, or to a later one.
        if (!waiting) {
            return Duration.ZERO;
        }
        long from = since;
        long now = System.nanoTime();
        return Duration.ofNanos(Math.min(now - from, now - began));
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        since = System.nanoTime();
        waiting = true;
        try {
            return transport.fill(atLeast, wait);
        } finally {
            waiting = false;
        }
    }

    @Override
    public ByteBuffer input() {
        return transport.input();
    }

    @Override
    public ByteBuffer output(int size) {
        return transport.output(size);
    }

    @Override
    public void flush() {
        transport.flush();
    }

    @Override
    public void send(FileChannel file, long position, long count) {
        transport.send(file, position, count);
    }

    @Override
    public boolean publish(Message message) {
        return transport.publish(message);
    }

    @Override
    public void idleLimit(Duration limit) {
        transport.idleLimit(limit);
    }

    @Override
    public void closeGently(String reason) {
        transport.closeGently(reason);
    }

    @Override
    public void closeNow(String reason) {
        transport.closeNow(reason);
    }

    @Override
    public InetSocketAddress peer() {
        return transport.peer();
    }

    @Override
    public InetSocketAddress local() {
        return transport.local();
    }
}
