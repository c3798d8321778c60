package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A server of a protocol that says the same on each connection, behind the banner, whatever it is asked, and ends it when its peer does.
final class BlindServer implements AutoCloseable {

    private final ServerSocket socket;

    private BlindServer(ServerSocket socket) {
        this.socket = socket;
    }

    static BlindServer start(Protocol protocol, byte[] answers) throws IOException {
        BlindServer server = new BlindServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
        byte[] all = withBanner(protocol.info(), answers);
        Thread.ofVirtual().start(() -> server.accept(all));
        return server;
    }

    private static byte[] withBanner(ProtocolInfo info, byte[] answers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (info.announced()) {
            all.writeBytes(TestPeer.frame(info.banner()).getBytes(UTF_8));
        }
        all.writeBytes(answers);
        return all.toByteArray();
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
