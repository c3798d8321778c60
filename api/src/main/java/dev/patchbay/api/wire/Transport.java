package dev.patchbay.api.wire;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/// The seam between a [Connection] and whatever moves its bytes: a socket, an event loop, two arrays in a test.
///
/// Plugins never see a transport; hosts and test kits implement it. It has few operations on purpose, so that one engine
/// can replace another without a change above.
///
/// **Who may touch what.** A connection has one *handler*: the thread that serves it, or several that take turns under
/// a lock of their own. Only the handler calls [#input], [#fill], [#consumed], [#output], [#flush], [#send] and [#idleLimit],
/// and only the handler touches the two buffers; a buffer is valid until the next of these calls. [#publish],
/// [#closeGently] and [#closeNow] may be called by any thread at any time and touch neither buffer. Messages leave whole:
/// what the handler writes and what others publish interleave between messages only.
///
/// Once the connection has ended, [#fill], [#output], [#flush] and [#send] throw [ConnectionException] with the reason of the
/// end, and [#publish] returns false. A connection that is being closed gently has not ended yet: its handler may finish what
/// it is about.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface Transport {

    /// {@return the received bytes that no codec has consumed yet, from position to limit, big-endian; may be empty}
    /// Consuming means moving the position.
    ByteBuffer input();

    /// Waits until at least `atLeast` unconsumed bytes are there, and returns how many there are.
    ///
    /// Before it waits it sends what is in the output buffer: this is what batches the replies of a pipelining peer.
    ///
    /// @param atLeast the number of bytes wanted, at least 1; the buffer grows to it, so it is the codec that limits the size of
    ///                a message
    /// @param wait    what the wait is for, which decides the time limit it falls under
    /// @return the number of unconsumed bytes, less than `atLeast` only if no more will come: the peer has sent its last, or this
    ///         side closes gently and the wait is for the next message
    /// @throws ConnectionException if the time limit passed, or the connection broke
    int fill(int atLeast, Wait wait);

    /// Tells that a message has been consumed, and returns when the handler may have it: a host that limits the messages of a peer
    /// makes the handler wait here, and so the peer. What is in the output buffer is sent before that.
    ///
    /// @throws ConnectionException if the connection broke meanwhile
    default void consumed() {}

    /// Makes room for one whole message of `size` bytes and returns the buffer to put it into, at its position.
    /// Earlier messages may be sent to make room; a message is never cut between two writes of ours.
    ///
    /// @param size the exact size of the message in bytes
    /// @throws ConnectionException if the peer did not take earlier messages in time, or the connection broke
    ByteBuffer output(int size);

    /// Sends what is in the output buffer, and returns when the system has taken it.
    ///
    /// @throws ConnectionException if the peer did not take it in time, or the connection broke
    void flush();

    /// Sends bytes of a file after everything in the output buffer, without copying them through this process where the
    /// system can do that.
    ///
    /// @param file     the file, whose own position is left alone
    /// @param position the first byte to send
    /// @param count    how many bytes to send
    /// @throws ConnectionException if the peer did not take them in time, the connection broke, or the file is shorter
    void send(FileChannel file, long position, long count);

    /// Hands a message over for sending and returns at once, whatever the peer does.
    ///
    /// What the peer does not take immediately waits in a bounded backlog of this connection. A peer whose backlog is full
    /// does not read: its connection is closed with that reason.
    ///
    /// @return false if the connection has ended or was just closed for not reading
    boolean publish(Message message);

    /// Limits how long the peer may stay silent between two messages, from the next [#fill] on.
    ///
    /// @param limit the limit; zero for none
    void idleLimit(Duration limit);

    /// Ends the connection in good order: no further message is given to the handler, messages begun are finished, output is
    /// sent, the peer sees a normal end. Does not wait for any of that. Calling it again does nothing.
    ///
    /// @param reason why, for the log and for whoever waits; a few words without a full stop
    void closeGently(String reason);

    /// Ends the connection at once; what was not sent is dropped. Calling it again does nothing.
    ///
    /// @param reason why, for the log and for whoever waits; a few words without a full stop
    void closeNow(String reason);

    /// {@return the address of the peer}
    InetSocketAddress peer();

    /// {@return the address on this side}
    InetSocketAddress local();
}
