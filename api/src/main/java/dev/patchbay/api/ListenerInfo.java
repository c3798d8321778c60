package dev.patchbay.api;

import java.net.InetSocketAddress;

/// Where a protocol of the gateway can be reached.
///
/// @param protocol the protocol's id
/// @param address  where it listens
/// @param datagram whether it takes datagrams there, as opposed to connections
@Stable(since = "1.0")
public record ListenerInfo(String protocol, InetSocketAddress address, boolean datagram) {}
