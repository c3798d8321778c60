package dev.patchbay.api;

import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.wire.Connection;

/// Serves connections message by message, for protocols whose answer is computed from the message and waits for nothing: a
/// calculator, a look-up in a table. A host may run it without a thread for the connection, which costs less for each message and
/// less memory for each connection that is silent. The ordinary form, [StreamService], is the right one for everything else.
///
/// ```java
/// record Shouting() implements InlineService {
///     public boolean isWhole(Connection peer) {
///         return peer.frames().isWhole();
///     }
///
///     public void answer(Connection peer) {
///         peer.frames().send(peer.frames().receive().toUpperCase(Locale.ROOT));
///     }
/// }
/// ```
///
/// **Threads.** Any of the host's; one call at a time for a connection, and never one at the same time as [#serve]. A host that has to
/// wait, for a slow peer or half of a message, goes on with [#serve] on a thread of the connection's own.
///
/// **Errors.** As for [StreamService#serve].
@Stable(since = "1.1", implementedBy = Implementer.PLUGIN)
public interface InlineService extends StreamService {

    /// {@return whether a whole message is there}, or bytes that will never be one, so that [#answer] need not wait for more.
    /// Consumes nothing. Most protocols ask the codec they use.
    boolean isWhole(Connection peer);

    /// Receives one message, which is there, and answers it. It must not wait for anything: not for more input, not for a journal,
    /// not for a lock that is held for long. Whoever does so holds up other connections.
    ///
    /// @throws Exception as [StreamService#serve] does
    void answer(Connection peer) throws Exception;

    /// Serves a connection with a thread of its own.
    @Override
    default void serve(Connection peer) throws Exception {
        do {
            while (isWhole(peer)) {
                answer(peer);
            }
        } while (peer.awaitMore());
        if (peer.unread() > 0) {
            // Cut short, or without the end that it need not have: the codec knows.
            answer(peer);
        }
    }
}
