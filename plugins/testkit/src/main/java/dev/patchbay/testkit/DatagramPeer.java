package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.opentest4j.AssertionFailedError;

/// A peer that sends and expects exact datagrams.
///
/// ```java
/// try (DatagramPeer peer = server.datagrams()) {
///     peer.send("hello").expect("hello");
/// }
/// ```
///
/// What is expected is the whole of the next datagram, whoever sends it. One that does not come within ten seconds fails the test, as one that is another. Used by one
/// thread.
public final class DatagramPeer implements AutoCloseable {

    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final Transcript transcript = new Transcript();
    private Patience patience = Patience.USUAL;

    private DatagramPeer(DatagramSocket socket, InetSocketAddress server) {
        this.socket = socket;
        this.server = server;
    }

    /// {@return a peer on a free port of 127.0.0.1}
    ///
    /// @param server where its datagrams go, which may be a broadcast address
    public static DatagramPeer to(InetSocketAddress server) {
        return to(server, "127.0.0.1");
    }

    /// {@return a peer on a free port}
    ///
    /// @param from the address of this machine that it sends from, as `127.0.0.2`
    public static DatagramPeer to(InetSocketAddress server, String from) {
        try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.setBroadcast(true);
            return new DatagramPeer(socket, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits this long from now on for what is expected.
    public DatagramPeer patience(Duration time) {
        patience = new Patience(time);
        return this;
    }

    /// {@return the address it sends from}
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /// Sends a text in UTF-8.
    public DatagramPeer send(String text) {
        return sendBytes(text.getBytes(UTF_8));
    }

    /// Sends bytes.
    public DatagramPeer sendBytes(byte... bytes) {
        transcript.sent(bytes);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("a datagram of " + bytes.length + " bytes cannot be sent to " + server + ": " + e.getMessage(), e);
        }
    }

    /// Sends bytes.
    ///
    /// @param hex two digits for each; spaces are for the reader
    public DatagramPeer sendHex(String hex) {
        return sendBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /// Expects exactly this text next, in UTF-8.
    public DatagramPeer expect(String text) {
        return expectBytes(text.getBytes(UTF_8));
    }

    /// Expects exactly these bytes next.
    ///
    /// @param hex two digits for each; spaces are for the reader
    public DatagramPeer expectHex(String hex) {
        return expectBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /// Expects exactly these bytes next.
    public DatagramPeer expectBytes(byte... bytes) {
        byte[] received = receiveBytes("the datagram " + VisibleBytes.quoted(bytes));
        if (!Arrays.equals(received, bytes)) {
            String headline = "expected the datagram " + VisibleBytes.quoted(bytes) + ", received " + VisibleBytes.quoted(received) + "\n";
            throw new AssertionFailedError(
                    headline + Difference.between(bytes, received) + transcript, VisibleBytes.of(bytes), VisibleBytes.of(received));
        }
        return this;
    }

    /// {@return the next datagram, as UTF-8}
    public String receive() {
        return new String(receiveBytes(), UTF_8);
    }

    /// {@return the next datagram}
    public byte[] receiveBytes() {
        return receiveBytes("a datagram");
    }

    private byte[] receiveBytes(String name) {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            socket.setSoTimeout(patience.millis());
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            throw new AssertionFailedError("expected " + name + ", received nothing within " + patience + "\n" + transcript);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        transcript.received(bytes);
        return bytes;
    }

    @Override
    public void close() {
        socket.close();
    }

    /// {@return the conversation so far, for the descriptions of an author's own assertions}
    @Override
    public String toString() {
        return transcript.toString();
    }
}
