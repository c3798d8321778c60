package dev.patchbay.api.wire;

import dev.patchbay.api.Stable;

/// Says that a connection has ended, or must end, and why.
///
/// Let it pass: the host knows what to do with each [Reason], closes the connection and logs one line. It carries no stack
/// trace, since a peer that hangs up is not a bug. A plugin throws it itself, through [#violation], when a peer breaks
/// the protocol's rules:
///
/// ```java
/// if (name.isEmpty()) {
///     throw ConnectionException.violation("an empty user name");
/// }
/// ```
@Stable(since = "1.0")
public final class ConnectionException extends RuntimeException {

    /// Why a connection ended.
    @Stable(since = "1.0")
    public enum Reason {
        /// The peer closed it between two messages: the normal end.
        CLOSED_BY_PEER,
        /// The peer closed it inside a message.
        CUT_SHORT,
        /// The network or the peer's system broke it.
        RESET,
        /// The peer sent what the protocol does not allow.
        VIOLATION,
        /// The peer stayed silent, or did not read, for longer than a limit allows.
        TOO_SLOW,
        /// This side closed it: shutdown, drain, eviction, or [Connection#close].
        CLOSED_HERE,
        /// The thread that waited was interrupted; the connection itself is as it was.
        INTERRUPTED
    }

    private final Reason reason;

    /// Creates an exception without a stack trace.
    ///
    /// @param reason  why the connection ended
    /// @param message what happened, in a few words for a log line
    public ConnectionException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /// {@return an exception that says the peer broke the rules of the protocol}
    ///
    /// @param message which rule, in a few words for a log line; text from the peer is escaped by the log
    public static ConnectionException violation(String message) {
        return new ConnectionException(Reason.VIOLATION, message);
    }

    /// {@return why the connection ended}
    public Reason reason() {
        return reason;
    }
}
