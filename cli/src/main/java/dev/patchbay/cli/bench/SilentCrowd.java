package dev.patchbay.cli.bench;

import dev.patchbay.cli.shell.ExitCode;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// Connections that say nothing and listen to whatever is said.
final class SilentCrowd implements AutoCloseable {

    /// One address has some 28,000 ports for connections to one server.
    private static final int EACH_ADDRESS = 20_000;

    private static final Object GREETED = "has heard something";

    private final Target target;
    private final Selector selector;
    private final ByteBuffer heard = ByteBuffer.allocate(8192);
    private int size;
    private int greeted;
    private int closed;

    SilentCrowd(Target target) {
        this.target = target;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw deaf(e);
        }
    }

    /// Adds one.
    void connect() throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            if (target.address().getAddress() instanceof Inet4Address host && host.isLoopbackAddress() && size >= EACH_ADDRESS) {
                // A machine has as many addresses for itself as one likes.
                channel.bind(new InetSocketAddress("127.0.0." + (1 + size / EACH_ADDRESS), 0));
            }
            channel.connect(target.address());
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            size++;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Hears what there is to be heard by now.
    void listen() {
        try {
            selector.selectNow(this::hear);
        } catch (IOException e) {
            throw deaf(e);
        }
    }

    private static BenchFailure deaf(IOException e) {
        return new BenchFailure(ExitCode.FAILED, "cannot listen to connections: " + e.getMessage());
    }

    private void hear(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (channel.read(heard.clear()) >= 0) {
                if (key.attach(GREETED) == null) {
                    greeted++;
                }
                return;
            }
        } catch (IOException e) {
            // Reset.
        }
        key.cancel();
        closed++;
    }

    /// {@return how many there are, those that the server has closed included}
    int size() {
        return size;
    }

    /// {@return how many have heard something}
    int greeted() {
        return greeted;
    }

    /// {@return how many the server has closed}
    int closed() {
        return closed;
    }

    @Override
    public void close() {
        try (selector) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            // They are gone all the same.
        }
    }
}
