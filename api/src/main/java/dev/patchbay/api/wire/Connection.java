package dev.patchbay.api.wire;

import dev.patchbay.api.Stable;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A stream of bytes to one peer, with the codecs that small protocols need. It is the same type on the server and in the
/// REPL.
///
/// A codec reads and writes whole messages over the buffers that all codecs of the connection share, so a protocol may
/// change from one to another in mid-stream without losing a byte: a frame that announces a file, then the file's
/// [#content].
///
/// **Replies are batched for free.** What a codec sends is buffered, and leaves when the handler is about to wait for input
/// that is not there yet, on [#flush], or when the handler returns; always whole messages. Codecs whose messages have no end
/// mark ([Chunks]) send each one at once, since the peer could not tell two apart.
///
/// **Threads.** One thread at a time reads, sends and flushes: the one that serves the connection. Several may take turns
/// under a lock of their own. [#publish] and [#close] may be called from any thread.
///
/// **Errors.** Reading and sending throw [ConnectionException] when the connection has ended, for whatever reason: let it
/// pass.
///
/// ```java
/// StreamService echo = peer -> {
///     Lines lines = peer.lines();
///     while (lines.hasNext()) {
///         lines.send(lines.receive());
///     }
/// };
/// ```
@Stable(since = "1.0")
public final class Connection implements AutoCloseable {

    private final Transport transport;
    private final Inbound inbound;
    private final Frames frames;
    private final Chunks chunks;
    private final Content content;
    private @Nullable Binary binary;

    /// Creates a connection over a transport. For hosts and test kits; a plugin is given its connections.
    public Connection(Transport transport) {
        this.transport = transport;
        inbound = new Inbound(transport);
        frames = new Frames(transport);
        chunks = new Chunks(transport);
        content = new Content(transport);
    }

    /// {@return messages of four digits and that many bytes of UTF-8 text, the framing of most course protocols}
    public Frames frames() {
        return frames;
    }

    /// {@return lines of UTF-8 text that end in a line feed, of at most [Lines#DEFAULT_MAX_SIZE] bytes}
    public Lines lines() {
        return lines(Lines.DEFAULT_MAX_SIZE);
    }

    /// {@return lines of UTF-8 text that end in a line feed}
    ///
    /// @param maxSize the longest line accepted, in bytes, without its end
    public Lines lines(int maxSize) {
        return new Lines(transport, maxSize);
    }

    /// {@return text without any framing, as it arrives}
    public Chunks chunks() {
        return chunks;
    }

    /// {@return records of fixed sizes}
    ///
    /// @param order the byte order of numbers in the records
    public Binary binary(ByteOrder order) {
        Binary made = binary;
        if (made == null || !made.order().equals(order)) {
            made = new Binary(transport, order);
            binary = made;
        }
        return made;
    }

    /// {@return a number of raw bytes, such as a file}
    public Content content() {
        return content;
    }

    /// Sends a message that was encoded before, as it stands; it is buffered as that of any codec is.
    public void send(Message message) {
        message.putInto(transport.output(message.size()));
    }

    /// Waits for exactly these bytes, where a client knows what has to come: without decoding, and without a copy.
    ///
    /// @throws ConnectionException if something else comes, as soon as a byte of it differs, or if the connection ends before
    public void expect(Message message) {
        inbound.expect(message);
    }

    /// Sends what is buffered now, and returns when the system has taken it. Needed only where a reply must not wait for
    /// the next read: before a long computation, or where each reply must be a write of its own.
    public void flush() {
        transport.flush();
    }

    /// Sends a message without ever waiting for the peer. May be called from any thread; this is how one handler writes to
    /// the connections of others. A peer that does not read is disconnected, not waited for.
    ///
    /// @param message the whole message; it is neither split nor merged with another
    /// @return false if the connection has ended, or was just closed because its peer does not read
    public boolean publish(Message message) {
        return transport.publish(message);
    }

    /// Waits for more input than there is, whatever codec will consume it; before that, what was sent leaves.
    ///
    /// @return false if no more will come: the peer has sent its last, or this side closes and no message has begun
    /// @throws ConnectionException if the connection broke, or a time limit passed
    public boolean awaitMore() {
        int there = unread();
        return transport.fill(there + 1, there == 0 ? Wait.NEXT_MESSAGE : Wait.REST_OF_MESSAGE) > there;
    }

    /// {@return how many bytes have been received and not consumed by a codec yet}
    public int unread() {
        return transport.input().remaining();
    }

    /// Limits how long the peer may stay silent between two messages; without a call the listener's limit counts, which is
    /// off unless an operator set one, because a person may think for hours.
    ///
    /// @param limit the limit; zero for none
    public void idleLimit(Duration limit) {
        transport.idleLimit(limit);
    }

    /// {@return the address and port of the peer}
    public InetSocketAddress peer() {
        return transport.peer();
    }

    /// {@return the peer's IP address as text, such as `192.0.2.7` or `2001:db8:0:0:0:0:0:1`, without port or scope}
    public String peerAddress() {
        String address = transport.peer().getAddress().getHostAddress();
        int scope = address.indexOf('%');
        return scope < 0 ? address : address.substring(0, scope);
    }

    /// {@return the address and port on this side}
    public InetSocketAddress local() {
        return transport.local();
    }

    /// Ends the connection in good order: buffered messages are sent, the peer sees a normal end. Returning from the
    /// handler does the same. Does not wait; calling it again does nothing.
    @Override
    public void close() {
        transport.closeGently("closed by the protocol");
    }

    @Override
    public String toString() {
        return "connection to " + transport.peer();
    }
}
