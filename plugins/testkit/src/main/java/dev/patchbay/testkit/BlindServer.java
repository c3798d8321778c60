package dev.patchbay.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A server that says the same on each connection, whatever it is asked, and ends it when its peer does.
final class BlindServer implements AutoCloseable {

    private final ServerSocket socket;

    private BlindServer(ServerSocket socket) {
        this.socket = socket;
    }

    static BlindServer start(byte[] answers) throws IOException {
        BlindServer server = new BlindServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
        Thread.ofVirtual().start(() -> server.accept(answers));
        return server;
    }

    private void accept(byte[] answers) {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                Thread.ofVirtual().start(() -> serve(peer, answers));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket peer, byte[] answers) {
        try (peer) {
            peer.getOutputStream().write(answers);
            peer.shutdownOutput();
            peer.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The peer has had enough.
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
