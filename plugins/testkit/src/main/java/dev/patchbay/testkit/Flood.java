package dev.patchbay.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Some peers that ask without end and never read an answer.
final class Flood implements AutoCloseable {

    /// More than a small machine has processors: a server that waits for one of them in a wrong way waits with all it has.
    private static final int PEERS = 4;

    private static final int BLOCK = 64 << 10;

    private final List<Socket> sockets = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    private Flood() {}

    /// {@return peers that send a request over and over}
    ///
    /// @param size after how many bytes, of all of them together, they stop
    static Flood start(InetSocketAddress address, byte[] request, int size) {
        Flood flood = new Flood();
        int share = size / PEERS;
        byte[] block = repeated(request, Math.max(1, Math.min(BLOCK, share) / request.length));
        try {
            for (int i = 0; i < PEERS; i++) {
                Socket socket = new Socket();
                flood.sockets.add(socket);
                // What the systems hold on the way is not what the server holds.
                socket.setReceiveBufferSize(4096);
                socket.connect(address);
                flood.threads.add(Thread.ofVirtual().start(() -> flood.send(socket, block, share)));
            }
            return flood;
        } catch (IOException e) {
            flood.close();
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the bytes so many times}
    static byte[] repeated(byte[] bytes, int times) {
        byte[] all = new byte[bytes.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes[i % bytes.length];
        }
        return all;
    }

    private void send(Socket socket, byte[] block, int size) {
        try {
            for (int done = 0; done < size; done += block.length) {
                socket.getOutputStream().write(block);
                sent.addAndGet(block.length);
            }
        } catch (IOException e) {
            // The server, or the test, has had enough of it.
        }
    }

    /// Waits until they have sent everything, or the server takes no more.
    void awaitStandstill() {
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(30)).until(() ->
                threads.stream().noneMatch(Thread::isAlive) || before.getAndSet(sent.get()) == sent.get());
    }

    @Override
    public void close() {
        try {
            for (Socket socket : sockets) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
