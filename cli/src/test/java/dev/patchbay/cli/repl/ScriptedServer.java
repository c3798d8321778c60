package dev.patchbay.cli.repl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server written by hand, that says what the test wants. Whatever frames it reads with [#listen] can be looked at.
public final class ScriptedServer implements AutoCloseable {

    /// What it does with each connection, in a thread of its own; returning closes it.
    public interface Script {

        void run(Peer peer) throws Exception;
    }

    private final ServerSocket socket;
    private final Thread accepting;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public ScriptedServer(Script script) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(() -> accept(script));
    }

    /// A server that announces itself and then hears frames until the client leaves.
    static ScriptedServer announcing(String banner) {
        ScriptedServer[] server = new ScriptedServer[1];
        server[0] = new ScriptedServer(peer -> {
            peer.sendFrame(banner);
            server[0].listen(peer);
        });
        return server[0];
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(script, client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Script script, Socket client) {
        try (client) {
            script.run(new Peer(client));
        } catch (Exception e) {
            heard.add("(" + e.getClass().getSimpleName() + ")");
        }
    }

    /// Hears frames until the client says `quit` or leaves.
    void listen(Peer peer) throws IOException {
        String frame = "";
        while (!frame.equals("quit")) {
            frame = peer.receiveFrame();
            heard.add(frame);
        }
    }

    void hear(String what) {
        heard.add(what);
    }

    /// {@return everything heard so far; an exception in parentheses}
    List<String> heard() {
        return heard;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
    }

    /// Takes no more connections; those that are there stay.
    void stopListening() throws IOException, InterruptedException {
        socket.close();
        // Closing only wakes the virtual thread that waits in accept; the port is open until that thread has gone.
        accepting.join();
    }

    /// Ends all connections, as a server that is killed does.
    void hangUp() throws IOException {
        for (Socket client : open) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }
}
