package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;

/// The server's end of a connection, byte by byte.
public final class Peer {

    private final Socket socket;

    Peer(Socket socket) throws IOException {
        // What a test sends in two steps should not wait for the acknowledgement of the first.
        socket.setTcpNoDelay(true);
        this.socket = socket;
    }

    void send(String raw) throws IOException {
        send(raw.getBytes(UTF_8));
    }

    public void send(byte[] raw) throws IOException {
        socket.getOutputStream().write(raw);
    }

    public void sendFrame(String text) throws IOException {
        sendFrame(text.getBytes(UTF_8));
    }

    public void sendFrame(byte[] body) throws IOException {
        send(String.format(Locale.ROOT, "%04d", body.length));
        send(body);
    }

    static String frame(String text) {
        return String.format(Locale.ROOT, "%04d%s", text.getBytes(UTF_8).length, text);
    }

    /// {@return the next frame, or nothing if the client has closed}
    public String receiveFrame() throws IOException {
        int size = Integer.parseInt(receive(4));
        return receive(size);
    }

    public String receive(int size) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return new String(bytes, UTF_8);
    }

    void close() throws IOException {
        socket.close();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
