package dev.patchbay.api.load;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.util.List;

/// One conversation with a server, made of requests and their replies.
///
/// The host calls [#send] as often as requests may be under way, then [#receive] and [#send] in turns, and in the end [#receive] for what
/// is still under way: a closed loop. What an exchange does for itself counts as the server's time, so it does as little as it can.
///
/// **Thread.** A virtual thread of its own, the one that opened it, so it may block. It is interrupted when the server takes too long.
///
/// **Errors.** Whatever is thrown ends this exchange, and is reported. A [ConnectionException][dev.patchbay.api.wire.ConnectionException]
/// is the server's: throw [a violation][dev.patchbay.api.wire.ConnectionException#violation] for a reply that is not right.
@Stable(since = "1.1", implementedBy = Implementer.PLUGIN)
public interface Exchange extends AutoCloseable {

    /// Sends the next request. It need not be flushed: it leaves when [#receive] is about to wait on the same connection.
    void send() throws Exception;

    /// Waits for the reply to the oldest request without one, and checks it.
    void receive() throws Exception;

    /// Says goodbye as the protocol wants it, and removes what was left on the server. Called once, when no reply is missing; not if the
    /// exchange has failed. The host closes the connections.
    @Override
    default void close() throws IOException {}

    /// {@return an exchange of messages that are known beforehand, one after the other and again from the beginning}
    ///
    /// Different replies let a server be found out that mixes them up.
    ///
    /// @param requests at least one
    /// @param replies  as many; each is all that the server sends for its request
    static Exchange of(Connection connection, List<Message> requests, List<Message> replies) {
        return new KnownExchange(connection, requests, replies);
    }
}
