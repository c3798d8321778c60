package dev.patchbay.gateway.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// The way in for servers: the handler reads from the socket itself, when the loop has told that there is something.
///
/// The loop goes on telling as long as nobody reads. So that it does not do so all the time while a handler is busy with something else,
/// it stops listening to the socket the second time, and the handler makes it listen again when it waits. Most handlers read at once.
final class SocketInlet implements Inlet {

    private final SocketChannel channel;
    private final Interest interest;
    private final Waiter waiter;
    private volatile boolean ready;
    private volatile boolean listening = true;
    private volatile boolean stopped;

    SocketInlet(SocketChannel channel, Interest interest, Waiter waiter) {
        this.channel = channel;
        this.interest = interest;
        this.waiter = waiter;
    }

    @Override
    public boolean isReady() {
        if (!ready && !listening) {
            listen();
        }
        return ready;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (stopped) {
            return -1;
        }
        ready = false;
        int room = target.remaining();
        int count = channel.read(target);
        if (count == room) {
            // There may be more, and there is no need to be told.
            ready = true;
        }
        return count;
    }

    @Override
    public void readable() {
        if (ready && !waiter.isWaiting()) {
            interest.off(SelectionKey.OP_READ);
            listening = false;
            // In this order: a handler that has not seen this yet is seen to wait.
            if (waiter.isWaiting() || !ready) {
                listen();
            }
        }
        ready = true;
        waiter.wake();
    }

    private void listen() {
        listening = true;
        interest.on(SelectionKey.OP_READ);
    }

    @Override
    public void stop() {
        stopped = true;
        ready = true;
        waiter.wake();
    }

    @Override
    public void closed() {}
}
