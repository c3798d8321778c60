package dev.patchbay.api;

import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.wire.Connection;

/// Serves connections: plain blocking code that reads like the protocol's description, top to bottom.
///
/// ```java
/// public Service open(ServiceContext context) {
///     return StreamService.of(peer -> {
///         while (peer.chunks().hasNext()) {
///             peer.chunks().receive();
///             peer.chunks().send("OK");
///         }
///     });
/// }
/// ```
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
@FunctionalInterface
public interface StreamService extends Service {

    /// Serves one connection from its first byte to its last. The banner, if the protocol is announced, has been sent.
    ///
    /// **Thread.** A virtual thread of its own for each connection, so it may block, and its thread locals die with it. Many
    /// run at once: what they share must be thread-safe. It is interrupted when the host must end it. Long computations are allowed, too;
    /// they cost the host a thread of the system while they last.
    ///
    /// **Returning closes the connection**, after what was sent has left.
    ///
    /// @param peer the connection, which is valid until this method returns
    /// @throws Exception a [dev.patchbay.api.wire.ConnectionException] is the peer's and normal; anything else is reported
    ///                   as a fault of this plugin. Either closes this connection and no other.
    void serve(Connection peer) throws Exception;

    /// {@return the same service}; lets a lambda stand where a [Service] is wanted.
    static StreamService of(StreamService service) {
        return service;
    }
}
