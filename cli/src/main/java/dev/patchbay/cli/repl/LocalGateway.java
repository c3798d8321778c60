package dev.patchbay.cli.repl;

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
}
