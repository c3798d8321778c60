package dev.patchbay.peers.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;

/// One thread, one selector, nothing else: what the JDK costs without anything on top of it.
public final class NioServer {

    private final Selector selector;
    private final Set<NioTalker> room = new HashSet<>();

    private NioServer() throws IOException {
        selector = Selector.open();
    }

    /// Serves until it is killed.
    public static void main(String[] arguments) throws IOException {
        NioServer server = new NioServer();
        server.listen("calc-binary", NioCalculator::new);
        server.listen("chat", (channel, key) -> new NioTalker(channel, key, server.room));
        System.out.println("ready");
        while (true) {
            server.selector.select(key -> ((NioPeer) key.attachment()).ready());
        }
    }

    private void listen(String protocol, BiFunction<SocketChannel, SelectionKey, NioPeer> kind) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT, (NioPeer) () -> accept(listener, kind));
        System.out.println(protocol + " 127.0.0.1:" + listener.socket().getLocalPort());
    }

    private void accept(ServerSocketChannel listener, BiFunction<SocketChannel, SelectionKey, NioPeer> kind) {
        try {
            for (SocketChannel channel = listener.accept(); channel != null; channel = listener.accept()) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
                key.attach(kind.apply(channel, key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
