package dev.patchbay.gateway.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Two ends of a real connection on loopback: a transport, and the plain socket of its peer.
final class Pair implements AutoCloseable {

    static final EventLoops LOOPS = EventLoops.start(1);

    final SocketTransport transport;
    final Socket peer;
    private final Deadlines deadlines;

    private Pair(SocketTransport transport, Socket peer, Deadlines deadlines) {
        this.transport = transport;
        this.peer = peer;
        this.deadlines = deadlines;
    }

    static Pair open() throws IOException {
        return open(TransportLimits.NONE);
    }

    static Pair open(Duration messageTime, Duration idleTime) throws IOException {
        return open(new TransportLimits(messageTime, idleTime, 1 << 20));
    }

    static Pair open(TransportLimits limits) throws IOException {
        Deadlines deadlines = Deadlines.start();
        return open(limits, deadlines, new BacklogBudget(1 << 30, deadlines));
    }

    /// Small system buffers, so that a peer that does not read is felt soon, and writes are partial.
    static Pair open(TransportLimits limits, Deadlines deadlines, BacklogBudget budget) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Socket peer = new Socket();
            peer.setReceiveBufferSize(4096);
            peer.setSoTimeout(10_000);
            peer.setTcpNoDelay(true);
            peer.connect(server.getLocalAddress());
            SocketChannel accepted = server.accept();
            accepted.setOption(StandardSocketOptions.SO_SNDBUF, 4096);
            return new Pair(SocketTransport.accepted(accepted, LOOPS.next(), limits, deadlines, budget), peer, deadlines);
        }
    }

    void peerSends(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(UTF_8));
    }

    String peerReceives(int bytes) throws IOException {
        return new String(peer.getInputStream().readNBytes(bytes), UTF_8);
    }

    String peerReceivesAll() throws IOException {
        return new String(peer.getInputStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() throws IOException {
        transport.closeNow("the test is over");
        peer.close();
        deadlines.close();
    }
}
