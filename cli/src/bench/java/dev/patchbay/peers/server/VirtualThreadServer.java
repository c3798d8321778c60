package dev.patchbay.peers.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A virtual thread for each connection, on the JDK's own scheduler, over blocking channels.
public final class VirtualThreadServer {

    private interface Handler {
        void serve(SocketChannel channel) throws IOException;
    }

    private VirtualThreadServer() {}

    /// Serves until it is killed.
    public static void main(String[] arguments) throws IOException {
        Set<Talker> room = ConcurrentHashMap.newKeySet();
        Thread calculators = listen("calc-binary", Calculator::serve);
        Thread talkers = listen("chat", channel -> new Talker(channel, room).serve());
        System.out.println("ready");
        try {
            calculators.join();
            talkers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread listen(String protocol, Handler handler) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        System.out.println(protocol + " 127.0.0.1:" + listener.socket().getLocalPort());
        return Thread.ofPlatform().start(() -> accept(listener, handler));
    }

    private static void accept(ServerSocketChannel listener, Handler handler) {
        try {
            while (true) {
                SocketChannel channel = listener.accept();
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                Thread.ofVirtual().start(() -> serve(channel, handler));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(SocketChannel channel, Handler handler) {
        try (channel) {
            handler.serve(channel);
        } catch (IOException | ArithmeticException e) {
            // Whoever hangs up, or asks for what has no result, is gone.
        }
    }
}
