package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;

/// The gateway on this machine that `open ID`, `status` and the like mean. Messages of its exceptions are for people.
public interface LocalGateway {

    /// {@return where its lobby is}
    ///
    /// @throws IOException if no gateway runs and none can be started
    InetSocketAddress lobby() throws IOException;

    /// {@return its answer to a request, such as `plugins` or `protocols bbs --json`, safe to print}
    ///
    /// @throws IOException              if no gateway runs and none can be started
    /// @throws IllegalArgumentException if it does not answer that
    String ask(String request) throws IOException;

    /// {@return the lobby of a gateway in this process that serves just this protocol, so that one takes part in its broadcasts}
    ///
    /// It is there until the REPL ends; asked for again, it is the same one.
    ///
    /// @param protocol whose [datagrams are broadcast][dev.patchbay.api.ProtocolInfo#broadcasts]
    /// @param address  where to take part
    /// @throws IOException if that cannot be
    InetSocketAddress bridge(Protocol protocol, InetSocketAddress address) throws IOException;
}
