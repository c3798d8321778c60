package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;

/// What a loop waits for at one socket. Safe for all threads; once the socket is closed, nothing has an effect.
final class Interest {

    private final EventLoop loop;
    private final SelectionKey key;

    private Interest(EventLoop loop, SelectionKey key) {
        this.loop = loop;
        this.key = key;
    }

    /// {@return an interest in nothing yet}
    static Interest of(SelectableChannel channel, EventLoop loop, EventLoop.Readiness readiness) throws IOException {
        return new Interest(loop, loop.register(channel, readiness));
    }

    void on(int operation) {
        try {
            key.interestOpsOr(operation);
            loop.nudge();
        } catch (CancelledKeyException e) {
            // Whoever closed the socket has told those who wait.
        }
    }

    /// Takes back an interest; by another thread than the loop's it may still be followed up once.
    void off(int operation) {
        try {
            key.interestOpsAnd(~operation);
        } catch (CancelledKeyException e) {
            // There is none any more.
        }
    }

    /// Ends it, which has to be done for the system to let the socket go: a closed one is kept until its loop has looked.
    void end() {
        key.cancel();
        loop.nudge();
    }
}
