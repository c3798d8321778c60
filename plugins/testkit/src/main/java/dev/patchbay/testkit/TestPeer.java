package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// A peer that sends and expects exact bytes over a plain socket. Whatever does not come within ten seconds fails the test.
///
/// Frames are four digits and that many bytes of UTF-8. Used by one thread.
public final class TestPeer implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;

    private TestPeer(Socket socket, OutputStream output) throws IOException {
        this.socket = socket;
        input = new BufferedInputStream(socket.getInputStream());
        this.output = output;
    }

    /// {@return a new connection}
    public static TestPeer connect(InetSocketAddress address) {
        return connect(address, UnaryOperator.identity());
    }

    /// {@return a new connection}
    ///
    /// @param way what becomes of the bytes that are sent, on their way to the socket
    static TestPeer connect(InetSocketAddress address, UnaryOperator<OutputStream> way) {
        Socket socket = new Socket();
        try {
            socket.connect(address, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            return new TestPeer(socket, way.apply(socket.getOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to " + address, e);
        }
    }

    /// Sends a text as it is, in UTF-8.
    public void send(String text) {
        sendBytes(text.getBytes(UTF_8));
    }

    /// Sends bytes, in one write.
    public void sendBytes(byte... bytes) {
        try {
            output.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a frame, in one write.
    public void sendFrame(String text) {
        send(frame(text));
    }

    /// {@return a text with its header}
    public static String frame(String text) {
        return String.format(Locale.ROOT, "%04d%s", text.getBytes(UTF_8).length, text);
    }

    /// {@return the next bytes, exactly so many}
    public byte[] receiveBytes(int count) {
        try {
            byte[] bytes = input.readNBytes(count);
            if (bytes.length < count) {
                throw new AssertionError(
                        "expected " + count + " bytes, but the connection closed after " + bytes.length + ": '" + new String(bytes, ISO_8859_1) + "'");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the text of the next frame}
    public String receiveFrame() {
        String header = new String(receiveBytes(4), ISO_8859_1);
        if (!header.matches("\\d{4}")) {
            throw new AssertionError("expected a header of four digits, got '" + header + "'");
        }
        return new String(receiveBytes(Integer.parseInt(header)), UTF_8);
    }

    /// Expects exactly this text next, in UTF-8.
    public void expect(String text) {
        expectEqual(text, new String(receiveBytes(text.getBytes(UTF_8).length), UTF_8));
    }

    /// Expects a frame with exactly this text next.
    public void expectFrame(String text) {
        expectEqual(text, receiveFrame());
    }

    private static void expectEqual(String expected, String actual) {
        if (!actual.equals(expected)) {
            throw new AssertionError("expected '" + expected + "', got '" + actual + "'");
        }
    }

    /// Expects the connection to be closed next, in good order or by a reset.
    public void expectClosed() {
        try {
            int next = input.read();
            if (next >= 0) {
                throw new AssertionError("expected the connection to be closed, got the byte " + next);
            }
        } catch (SocketException e) {
            // A reset closes it as well.
        } catch (IOException e) {
            throw new AssertionError("expected the connection to be closed, but it stays open", e);
        }
    }

    /// Reads whatever still comes, and expects it to end: in good order or by a reset.
    public void expectEnd() {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            // A reset ends it as well.
        } catch (IOException e) {
            throw new AssertionError("expected the connection to end, but it stays open", e);
        }
    }

    /// Says that nothing more will be sent; what comes can still be read.
    public void closeOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Breaks the connection off, as a crash would.
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
