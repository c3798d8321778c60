package dev.patchbay.api.wire;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import java.net.InetSocketAddress;

/// Sends datagrams from a listener's address: answers, and messages nobody asked for. May be kept, and called from any
/// thread, until the service is closed.
///
/// ```java
/// DatagramService echo = (datagram, sender) -> sender.send(datagram);
/// ```
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface DatagramSender {

    /// Sends one datagram and returns at once. Nobody is told whether it arrives.
    ///
    /// @param datagram where to, and what
    /// @return false if the system did not take it, for example because it is too large
    boolean send(Datagram datagram);

    /// {@return the address that datagrams are sent from}
    InetSocketAddress local();

    /// {@return the address that datagrams arrive at: [#local], except where they are
    /// [broadcast][dev.patchbay.api.ProtocolInfo#broadcast]}
    InetSocketAddress listening();
}
