package dev.patchbay.udpbroadcast;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.net.InetAddress;
import java.util.Optional;

/// UDP broadcast, with a bridge for connections.
public final class UdpBroadcastProtocol implements Protocol {

    static final Option<String> TO = Option.text(
            "to", "", "the address that broadcasts go to; if not set the broadcast address listened on, else 255.255.255.255");
    static final Option<Integer> RATE = Option.integer("rate", 50, 1, 100_000, "datagrams a second from one address, and of one client");

    private static final ProtocolInfo INFO = ProtocolInfo.of("udp-broadcast", "1.0")
            .banner("UDP Broadcast 1.0")
            .broadcast()
            .port(40000)
            .summary("short texts to everybody in the local network, also for connections")
            .options(TO, RATE);

    /// Called by the host.
    public UdpBroadcastProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new UdpBroadcastService(context, new Air(destination(context.option(TO))), context.option(RATE));
    }

    private static Optional<InetAddress> destination(String to) {
        try {
            return to.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(to));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'to' takes an IP address such as 192.168.1.255, not \"" + to + "\"", e);
        }
    }

    @Override
    public ClientMode clientMode() {
        return new UdpBroadcastClientMode();
    }
}
