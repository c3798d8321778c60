package dev.patchbay.gateway.listen;

import java.net.InetSocketAddress;

/// What lets peers in to an [Endpoint] at one address.
public sealed interface Listener extends AutoCloseable permits StreamListener, DatagramListener, HostedListener {

    /// {@return the address it listens on}
    InetSocketAddress address();

    /// Stops letting peers in; those who are in stay. Calling it again does nothing.
    @Override
    void close();
}
