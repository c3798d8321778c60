package dev.patchbay.api;

import dev.patchbay.api.Stable.Implementer;

/// The server side of a protocol for one listener. It is at least one of [StreamService], [DatagramService] and
/// [HostedService]; a class may be several of them.
///
/// **Lifecycle.** Made by [Protocol#open]; then called by many threads at once; at the end, when no handler runs any more or
/// the time to drain is over, [#close] once.
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
public interface Service extends AutoCloseable {

    /// Releases what the service holds beyond what its [ServiceContext] gave it. Called once, by a thread of the host, which
    /// does not wait for ever. What it throws is reported and changes nothing.
    @Override
    default void close() {}
}
