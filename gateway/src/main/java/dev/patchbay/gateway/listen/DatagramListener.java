package dev.patchbay.gateway.listen;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import dev.patchbay.gateway.text.Addresses;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/// Receives datagrams for an endpoint, and sends from the same address.
public final class DatagramListener implements Listener, DatagramSender {

    private static final Logger LOG = System.getLogger("patchbay.listeners");
    private static final int MAX_SIZE = 65_535;

    private final DatagramChannel receiving;
    private final DatagramChannel sending;
    private final InetSocketAddress listening;
    private final InetSocketAddress local;
    private final String name;
    private final Endpoint endpoint;
    private final AddressRates rates;
    private final Complaints complaints = new Complaints(LOG);
    private final Complaints refusals = new Complaints(LOG);

    /// @param receiving bound
    /// @param sending   bound, or the same
    private DatagramListener(DatagramChannel receiving, DatagramChannel sending, String name, Endpoint endpoint, AddressRates rates)
            throws IOException {
        this.receiving = receiving;
        this.sending = sending;
        this.name = name;
        this.endpoint = endpoint;
        this.rates = rates;
        // Kept, because a closed channel has none, and the last datagram may still be with the service.
        listening = (InetSocketAddress) receiving.getLocalAddress();
        local = (InetSocketAddress) sending.getLocalAddress();
    }

    /// Binds and begins to receive.
    ///
    /// @param endpoint whose service is a [DatagramService]
    /// @param rates    how many datagrams of one address are received
    /// @throws IOException if the address cannot be bound
    public static DatagramListener open(String name, InetSocketAddress address, Endpoint endpoint, AddressRates rates) throws IOException {
        boolean ipv4 = address.getAddress() instanceof Inet4Address;
        DatagramChannel channel = DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.bind(address);
            return new DatagramListener(channel, channel, name, endpoint, rates).start();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Binds and begins to receive broadcasts, sharing the port with whoever does the same.
    ///
    /// What the service sends leaves from a port of its own, so that it can tell its own datagrams when they come back.
    ///
    /// @param endpoint whose service is a [DatagramService]
    /// @param rates    how many datagrams of one address are received
    /// @throws IOException if the address cannot be bound
    public static DatagramListener openForBroadcast(String name, InetSocketAddress address, Endpoint endpoint, AddressRates rates)
            throws IOException {
        // Two sockets also because the JDK binds only one of the IPv6 family to 127.255.255.255, and that one cannot send there.
        DatagramChannel receiving = DatagramChannel.open();
        DatagramChannel sending = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            sending.setOption(StandardSocketOptions.SO_BROADCAST, true);
            sending.bind(new InetSocketAddress(broadcaster(address.getAddress()), 0));
            receiving.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            receiving.bind(forBroadcast(address));
            return new DatagramListener(receiving, sending, name, endpoint, rates).start();
        } catch (IOException | RuntimeException e) {
            receiving.close();
            sending.close();
            throw e;
        }
    }

    private static InetAddress broadcaster(InetAddress address) throws IOException {
        if (address instanceof Inet4Address) {
            return address;
        }
        if (address.isAnyLocalAddress()) {
            return InetAddress.ofLiteral("0.0.0.0");
        }
        throw new IOException("broadcasts need an address of IPv4");
    }

    /// A socket bound to 127.0.0.1 gets no broadcast: on loopback one listens to the broadcast address itself.
    private static InetSocketAddress forBroadcast(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address && address.getAddress().isLoopbackAddress()
                ? new InetSocketAddress(InetAddress.ofLiteral("127.255.255.255"), address.getPort())
                : address;
    }

    private DatagramListener start() {
        DatagramService service = (DatagramService) endpoint.service();
        Thread.ofVirtual().name("patchbay-receive-" + name).start(() -> receive(service));
        return this;
    }

    private void receive(DatagramService service) {
        guarded(() -> service.opened(this));
        ByteBuffer buffer = ByteBuffer.allocate(MAX_SIZE);
        while (receiving.isOpen()) {
            try {
                InetSocketAddress peer = (InetSocketAddress) receiving.receive(buffer.clear());
                if (rates.take(peer.getAddress())) {
                    byte[] payload = new byte[buffer.flip().remaining()];
                    buffer.get(payload);
                    guarded(() -> service.receive(Datagram.of(peer, payload), this));
                } else {
                    refusals.warn(() -> name + " " + Addresses.text(peer) + ": ignored, more datagrams than limits.datagrams-per-second allows");
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                complaints.warn(() -> name + ": cannot receive: " + e.getMessage());
                StreamListener.pause();
            }
        }
    }

    private void guarded(Endpoint.Call call) {
        try {
            endpoint.call(call);
        } catch (PluginFault | RuntimeException e) {
            complaints.warn(() -> name + ": " + e.getMessage());
        }
    }

    @Override
    public boolean send(Datagram datagram) {
        try {
            ByteBuffer payload = ByteBuffer.wrap(datagram.payload());
            int size = payload.remaining();
            return sending.send(payload, datagram.peer()) == size;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public InetSocketAddress listening() {
        return listening;
    }

    @Override
    public InetSocketAddress address() {
        return listening;
    }

    @Override
    public void close() {
        close(receiving);
        close(sending);
    }

    private void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, name + ": " + e.getMessage());
        }
    }
}
