package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Item;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Consumer;

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

    /// Serves a protocol in this process, and nothing else, until what is returned is closed.
    ///
    /// @param address where to listen
    /// @param options its options that do not have their default, by name
    /// @param reports is told what the service [reports][dev.patchbay.api.ServiceContext#report], by any thread
    /// @throws IOException if that cannot be
    Closeable serve(Protocol protocol, InetSocketAddress address, Map<String, String> options, Consumer<Item> reports) throws IOException;
}
