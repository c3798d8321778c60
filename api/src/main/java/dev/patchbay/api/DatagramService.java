package dev.patchbay.api;

import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;

/// Serves datagrams.
///
/// ```java
/// public Service open(ServiceContext context) {
///     return DatagramService.of((datagram, sender) -> sender.send(datagram));
/// }
/// ```
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
@FunctionalInterface
public interface DatagramService extends Service {

    /// Called once before the first datagram, with the sender that also [#receive] gets: for a service that sends unasked.
    ///
    /// @param sender sends from this listener's address, until the service is closed
    default void opened(DatagramSender sender) {}

    /// Takes one datagram.
    ///
    /// **Thread.** A virtual thread of the listener; datagrams of one listener are given one after the other, so a service
    /// that waits makes the next ones wait, and in the end be lost: hand long work to [ServiceContext#executor].
    ///
    /// @param datagram what arrived, and from where; the address may be forged
    /// @param sender   sends answers, and anything else, from this listener's address
    /// @throws Exception which is reported as a fault of this plugin; the next datagram is given all the same
    void receive(Datagram datagram, DatagramSender sender) throws Exception;

    /// {@return the same service}; lets a lambda stand where a [Service] is wanted.
    static DatagramService of(DatagramService service) {
        return service;
    }
}
