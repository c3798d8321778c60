package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;

/// The REPL side of a protocol.
///
/// When a REPL has recognised a protocol by its banner (or the user named it), it asks the protocol for its mode and opens a
/// session on the connection. A mode whose protocol cannot be told by a banner may also be a [Recognizer].
///
/// ```java
/// public ClientMode clientMode() {
///     return context -> line -> {
///         context.connection().frames().send(line);
///         context.console().print(context.connection().frames().receive());
///     };
/// }
/// ```
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
@FunctionalInterface
public interface ClientMode {

    /// Opens a session on a connection whose banner, if there was one, has been read.
    ///
    /// **Thread.** The one that will also call the session; it may block, ask questions and use the connection.
    ///
    /// @param context the connection, the console and the rest of what a session needs
    /// @throws Exception if the session cannot begin, for example because the server closes; its message is shown
    ClientSession open(ClientContext context) throws Exception;

    /// {@return a mode for any protocol: lines are sent as they are typed, and text is shown as it arrives}
    static ClientMode rawLines() {
        return RawLines::new;
    }
}
