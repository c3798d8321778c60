package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.testkit.PeerInput.End;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.opentest4j.AssertionFailedError;

/// A peer that sends and expects exact bytes over a plain socket: what a client program would say, word by word.
///
/// ```java
/// server.connect()
///         .expectFrame("Echo Server 1.0")
///         .sendFrame("hello")
///         .expectFrame("hello");
/// ```
///
/// It speaks in raw text and bytes (`send`, `sendBytes`, `sendHex`), lines (a line feed ends them) and frames (four digits and that many bytes of UTF-8). What is
/// expected is compared byte by byte as it comes: the first wrong byte fails the test at once, and what does not come within ten seconds does too. The
/// failure shows what was expected and received with a marker where they differ, how the connection stands, and the conversation until then.
///
/// Used by one thread. A [ProtocolServer] closes the connections that it gave out.
public final class TestPeer implements AutoCloseable {

    private final Socket socket;
    private final PeerInput input;
    private final OutputStream output;
    private final Transcript transcript = new Transcript();

    private TestPeer(Socket socket, OutputStream output) throws IOException {
        this.socket = socket;
        input = new PeerInput(socket);
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
            socket.connect(address, Patience.USUAL.millis());
            socket.setTcpNoDelay(true);
            return new TestPeer(socket, way.apply(socket.getOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to " + address, e);
        }
    }

    /// Waits this long from now on for what is expected.
    public TestPeer patience(Duration time) {
        input.patience(time);
        return this;
    }

    /// Sends a text as it is, in UTF-8 and one write.
    public TestPeer send(String text) {
        return sendBytes(text.getBytes(UTF_8));
    }

    /// Sends bytes, in one write.
    public TestPeer sendBytes(byte... bytes) {
        transcript.sent(bytes);
        try {
            output.write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the server takes no more: " + e.getMessage() + "\n" + transcript, e);
        }
    }

    /// Sends bytes.
    ///
    /// @param hex two digits for each; spaces are for the reader
    public TestPeer sendHex(String hex) {
        return sendBytes(bytes(hex));
    }

    /// Sends a text and a line feed, in one write.
    public TestPeer sendLine(String text) {
        return send(text + "\n");
    }

    /// Sends a frame, in one write.
    public TestPeer sendFrame(String text) {
        return send(frame(text));
    }

    /// {@return a text with its header}
    public static String frame(String text) {
        return String.format(Locale.ROOT, "%04d%s", text.getBytes(UTF_8).length, text);
    }

    /// Expects exactly this text next, in UTF-8.
    public TestPeer expect(String text) {
        return expectBytes(text.getBytes(UTF_8));
    }

    /// Expects exactly these bytes next.
    public TestPeer expectBytes(byte... bytes) {
        byte[] read = input.readWhile(bytes);
        if (!Arrays.equals(read, bytes)) {
            byte[] all = joined(read, input.readAvailable());
            throw unexpected(VisibleBytes.quoted(bytes), bytes, input.received(all), all, "");
        }
        transcript.received(bytes);
        return this;
    }

    /// Expects exactly these bytes next.
    ///
    /// @param hex two digits for each; spaces are for the reader
    public TestPeer expectHex(String hex) {
        return expectBytes(bytes(hex));
    }

    /// Expects exactly this line next. It ends with a line feed, before which there may be a carriage return.
    public TestPeer expectLine(String text) {
        return expectMessage("the line ", text, "the line ", receiveLine());
    }

    /// Expects a frame with exactly this text next.
    public TestPeer expectFrame(String text) {
        return expectMessage("the frame ", text, "the frame ", receiveFrame());
    }

    private TestPeer expectMessage(String wanted, String text, String got, String received) {
        if (!received.equals(text)) {
            byte[] expected = text.getBytes(UTF_8);
            byte[] actual = received.getBytes(UTF_8);
            byte[] more = input.readAvailable();
            String rest = more.length > 0 ? "  after it  " + VisibleBytes.of(more) + "\n" : "";
            throw unexpected(wanted + VisibleBytes.quoted(expected), expected, got + VisibleBytes.quoted(actual), actual, rest);
        }
        return this;
    }

    /// {@return the next bytes, exactly so many}
    public byte[] receiveBytes(int count) {
        return received(input.read(count), count, count + " bytes");
    }

    /// {@return the text of the next line, without its end}
    public String receiveLine() {
        byte[] read = input.readLine();
        if (input.end() != End.OPEN) {
            throw failure("expected a line, received " + input.received(read), "");
        }
        transcript.received(read);
        String line = new String(read, UTF_8);
        return line.substring(0, line.length() - (line.endsWith("\r\n") ? 2 : 1));
    }

    /// {@return the text of the next frame}
    public String receiveFrame() {
        byte[] header = input.read(4);
        String digits = new String(header, ISO_8859_1);
        if (header.length < 4) {
            throw failure("expected a frame, received " + input.received(header), "");
        }
        if (!digits.matches("[0-9]{4}")) {
            byte[] all = joined(header, input.readAvailable());
            throw failure("expected a frame, received what does not begin with four digits: " + input.received(all), "");
        }
        int size = Integer.parseInt(digits);
        byte[] text = input.read(size);
        if (text.length < size) {
            throw failure("expected a frame of " + size + " bytes, received " + input.received(text), "");
        }
        transcript.received(joined(header, text));
        return new String(text, UTF_8);
    }

    /// {@return all that still comes, in UTF-8, when the connection has ended}
    public String receiveAll() {
        byte[] read = input.read(Integer.MAX_VALUE);
        if (input.end() == End.SILENT) {
            throw staysOpen(read);
        }
        transcript.received(read);
        return new String(read, UTF_8);
    }

    private byte[] received(byte[] read, int count, String name) {
        if (read.length < count) {
            throw failure("expected " + name + ", received " + input.received(read), "");
        }
        transcript.received(read);
        return read;
    }

    /// Expects the connection to be closed next, in good order or by a reset.
    public TestPeer expectClosed() {
        byte[] read = input.read(1);
        if (read.length > 0) {
            throw failure("expected the end of the connection, received " + input.received(joined(read, input.readAvailable())), "");
        }
        if (input.end() == End.SILENT) {
            throw staysOpen(read);
        }
        return this;
    }

    /// Reads whatever still comes, and expects it to end: in good order or by a reset.
    public TestPeer expectEnd() {
        byte[] block;
        do {
            block = input.read(1 << 16);
        } while (input.end() == End.OPEN);
        if (input.end() == End.SILENT) {
            throw staysOpen(block);
        }
        return this;
    }

    private AssertionFailedError staysOpen(byte[] read) {
        String last = read.length > 0 ? "  received  " + VisibleBytes.beginning(read, 200) + "\n" : "";
        return failure("expected the end of the connection, which stays open for " + input.patience(), last);
    }

    private AssertionFailedError unexpected(String wanted, byte[] expected, String got, byte[] received, String more) {
        String message = message("expected " + wanted + ", received " + got, Difference.between(expected, received) + more);
        return new AssertionFailedError(message, VisibleBytes.of(expected), VisibleBytes.of(received));
    }

    private AssertionFailedError failure(String headline, String details) {
        return new AssertionFailedError(message(headline, details));
    }

    private String message(String headline, String details) {
        return headline + "\n" + details + input.state() + "; " + transcript;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /// Says that nothing more will be sent; what comes can still be read.
    public TestPeer closeOutput() {
        transcript.happened("nothing more will be sent");
        try {
            socket.shutdownOutput();
            return this;
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

    /// {@return the conversation so far, for the descriptions of an author's own assertions}
    @Override
    public String toString() {
        return transcript.toString();
    }
}
