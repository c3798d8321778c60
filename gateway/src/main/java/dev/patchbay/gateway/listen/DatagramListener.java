package dev.patchbay.gateway.listen;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import dev.patchbay.gateway.text.Addresses;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

/// Receives datagrams for the endpoint of a slot, and sends from the same address.
public final class DatagramListener implements Listener, DatagramSender {

    private static final Logger LOG = System.getLogger("patchbay.listeners");
    private static final int MAX_SIZE = 65_535;

    /// How long, in milliseconds, a receiver may not notice that the slot has another endpoint.
    private static final int MOMENT = 1000;

    private final DatagramChannel receiving;
    private final DatagramChannel sending;
    private final InetSocketAddress listening;
    private final InetSocketAddress local;
    private final String name;
    private final Slot slot;
    private final AddressRates rates;
    private final Complaints complaints = new Complaints(LOG);
    private final Complaints refusals = new Complaints(LOG);

    /// @param receiving bound
    /// @param sending   bound, or the same
    private DatagramListener(DatagramChannel receiving, DatagramChannel sending, Slot slot, AddressRates rates) throws IOException {
        this.receiving = receiving;
        this.sending = sending;
        this.slot = slot;
        this.rates = rates;
        name = slot.config().name();
        receiving.socket().setSoTimeout(MOMENT);
        // Kept, because a closed channel has none, and the last datagram may still be with the service.
        listening = (InetSocketAddress) receiving.getLocalAddress();
        local = (InetSocketAddress) sending.getLocalAddress();
    }

    /// Binds and begins to receive.
    ///
    /// @param slot  whose endpoint has a service that is a [DatagramService]
    /// @param rates how many datagrams of one address are received
    /// @throws IOException if the address cannot be bound
    static DatagramListener open(Slot slot, InetSocketAddress address, AddressRates rates) throws IOException {
        boolean ipv4 = address.getAddress() instanceof Inet4Address;
        DatagramChannel channel = DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.bind(address);
            return new DatagramListener(channel, channel, slot, rates).start();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Binds and begins to receive broadcasts, sharing the port with whoever does the same.
    ///
    /// What the service sends leaves from a port of its own, so that it can tell its own datagrams when they come back.
    ///
    /// @param slot  whose endpoint has a service that is a [DatagramService]
    /// @param rates how many datagrams of one address are received
    /// @throws IOException if the address cannot be bound
    static DatagramListener openForBroadcast(Slot slot, InetSocketAddress address, AddressRates rates) throws IOException {
        // Two sockets also because the JDK binds only one of the IPv6 family to 127.255.255.255, and that one cannot send there.
        DatagramChannel receiving = DatagramChannel.open();
        DatagramChannel sending = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            sending.setOption(StandardSocketOptions.SO_BROADCAST, true);
            sending.bind(new InetSocketAddress(broadcaster(address.getAddress()), 0));
            receiving.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            receiving.bind(forBroadcast(address));
            return new DatagramListener(receiving, sending, slot, rates).start();
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
        Endpoint endpoint = slot.endpoint();
        introduce(endpoint);
        serve(endpoint);
        return this;
    }

    /// Lets an endpoint know with what it may send, before it receives anything.
    void introduce(Endpoint endpoint) {
        endpoint.visit("opened", () -> ((DatagramService) endpoint.service()).opened(this));
    }

    /// Receives for an endpoint, for as long as it is that of the slot. Each has a thread of its own: what a plugin leaves in the
    /// thread's locals ends with it.
    void serve(Endpoint endpoint) {
        Thread.ofVirtual().name("patchbay-receive-" + name).start(() -> receive(endpoint));
    }

    private void receive(Endpoint own) {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_SIZE], MAX_SIZE);
        while (receiving.isOpen() && slot.endpoint().equals(own)) {
            try {
                packet.setLength(MAX_SIZE);
                receiving.socket().receive(packet);
                admit(packet);
            } catch (SocketTimeoutException e) {
                // Time to see whether the slot has another endpoint.
            } catch (IOException | RuntimeException | Error e) {
                if (receiving.isOpen()) {
                    complaints.warn(() -> name + ": cannot receive: " + e.getMessage());
                    StreamListener.pause();
                }
            }
        }
    }

    private void admit(DatagramPacket packet) {
        InetSocketAddress peer = (InetSocketAddress) packet.getSocketAddress();
        if (rates.take(peer.getAddress())) {
            Datagram datagram = Datagram.of(peer, Arrays.copyOf(packet.getData(), packet.getLength()));
            slot.lease().ifPresent(endpoint -> deliver(datagram, endpoint));
        } else {
            refusals.warn(() -> name + " " + Addresses.text(peer) + ": ignored, more datagrams than limits.datagrams-per-second allows");
        }
    }

    private void deliver(Datagram datagram, Endpoint endpoint) {
        try {
            endpoint.call(() -> ((DatagramService) endpoint.service()).receive(datagram, this));
        } catch (PluginFault | RuntimeException e) {
            complaints.warn(() -> name + ": " + e.getMessage());
        } finally {
            endpoint.release();
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
