package dev.patchbay.gateway.listen;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/// Receives datagrams for an endpoint, and sends from the same address.
public final class DatagramListener implements Listener, DatagramSender {

    private static final Logger LOG = System.getLogger("patchbay.listeners");
    private static final int MAX_SIZE = 65_535;

    private final DatagramChannel channel;
    private final InetSocketAddress address;
    private final String name;
    private final Endpoint endpoint;
    private final OncePerSecond complaints = new OncePerSecond();

    private DatagramListener(DatagramChannel channel, String name, Endpoint endpoint) throws IOException {
        this.channel = channel;
        this.name = name;
        this.endpoint = endpoint;
        address = (InetSocketAddress) channel.getLocalAddress();
    }

    /// Binds and begins to receive.
    ///
    /// @param endpoint whose service is a [DatagramService]
    /// @throws IOException if the address cannot be bound
    public static DatagramListener open(String name, InetSocketAddress address, Endpoint endpoint) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.bind(address);
            DatagramListener listener = new DatagramListener(channel, name, endpoint);
            Thread.ofVirtual().name("patchbay-receive-" + name).start(() -> listener.receive((DatagramService) endpoint.service()));
            return listener;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void receive(DatagramService service) {
        guarded(() -> service.opened(this));
        ByteBuffer buffer = ByteBuffer.allocate(MAX_SIZE);
        while (channel.isOpen()) {
            try {
                InetSocketAddress peer = (InetSocketAddress) channel.receive(buffer.clear());
                byte[] payload = new byte[buffer.flip().remaining()];
                buffer.get(payload);
                guarded(() -> service.receive(Datagram.of(peer, payload), this));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                complaints.run(skipped -> LOG.log(Level.WARNING, name + ": cannot receive: " + e.getMessage()));
            }
        }
    }

    private void guarded(Endpoint.Call call) {
        try {
            endpoint.call(call);
        } catch (PluginFault | RuntimeException e) {
            complaints.run(skipped -> LOG.log(Level.WARNING, name + ": " + e.getMessage()));
        }
    }

    @Override
    public boolean send(Datagram datagram) {
        try {
            ByteBuffer payload = ByteBuffer.wrap(datagram.payload());
            int size = payload.remaining();
            return channel.send(payload, datagram.peer()) == size;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public InetSocketAddress local() {
        return address;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, name + ": " + e.getMessage());
        }
    }
}
