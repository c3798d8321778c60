package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// The end of a connection in good order, from this side.
record Farewell(SocketChannel channel, Inlet inlet, Outlet outlet, Waiter waiter, Buffers buffers) {

    /// How long a peer is given to take the end of what was sent, before the connection is closed under it.
    private static final Duration LINGER = Duration.ofSeconds(1);

    /// Lets everything leave, says that this was all, and gives the peer a moment to read the end: closing while it still sends would be
    /// a reset, which can destroy what it has not read yet. By the handler.
    ///
    /// @param patience how long the peer may take what was sent; zero for a moment
    /// @param more     whether the peer may still send
    /// @param heard    whether the peer was the one to end
    void say(Duration patience, boolean more, boolean heard) {
        try {
            outlet.awaitIdle(patience.isZero() ? LINGER : patience);
            if (!heard) {
                channel.shutdownOutput();
                linger(more);
            }
        } catch (IOException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void linger(boolean open) throws IOException {
        long end = System.nanoTime() + LINGER.toNanos();
        for (boolean more = open; more; ) {
            buffers.release();
            more = waiter.awaitUntil(inlet::isReady, end) && buffers.receive(inlet, 1, Integer.MAX_VALUE) >= 0;
        }
    }

    /// The same for a client, by a thread of its own; what its user has not flushed is not sent, since the buffer is not ours to touch.
    void sayOf(ReadAhead client) {
        try {
            outlet.awaitIdle(LINGER);
            channel.shutdownOutput();
            client.awaitEnd(LINGER);
        } catch (IOException | InterruptedException e) {
            // It has ended already, or nobody waits for it any more.
        }
    }
}
