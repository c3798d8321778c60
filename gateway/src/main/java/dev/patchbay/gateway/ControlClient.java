package dev.patchbay.gateway;

import dev.patchbay.gateway.control.ControlRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/// Asks a gateway that runs, in whatever process, through the control socket in its data folder.
///
/// ```java
/// Optional<ControlClient> gateway = ControlClient.find(data);
/// if (gateway.isPresent()) {
///     System.out.println(gateway.get().ask("status"));
/// }
/// ```
///
/// May be used from any thread.
public final class ControlClient {

    private final Path socket;

    private ControlClient(Path socket) {
        this.socket = socket;
    }

    /// {@return who answers for the gateway on a data folder; nothing if no gateway of this user runs on it}
    public static Optional<ControlClient> find(Path data) {
        return ControlRequest.find(data).map(ControlClient::new);
    }

    /// {@return where the lobby is}
    ///
    /// @throws IllegalArgumentException if there is none; the message says why, in one line
    /// @throws IOException              as for [#ask]
    public InetSocketAddress lobby() throws IOException {
        return address(ask("lobby"));
    }

    /// {@return where a protocol is served on a port of its own}
    ///
    /// @param id the protocol's id
    /// @throws IllegalArgumentException if it is not; the message says why, in one line
    /// @throws IOException              as for [#ask]
    public InetSocketAddress listener(String id) throws IOException {
        return address(ask("address " + id));
    }

    private static InetSocketAddress address(String answer) throws IOException {
        int colon = answer.lastIndexOf(':');
        String host = answer.substring(0, colon).replace("[", "").replace("]", "");
        return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(answer.substring(colon + 1)));
    }

    /// Asks, and waits a minute at most for the answer.
    ///
    /// @param request `status`, `plugins`, `plugins reload`, `plugins reload --dry-run`, `protocols` or `protocols NAME`, each with ` --json` after it or without; or `lobby` or `address NAME`,
    ///                which are answered by `HOST:PORT`
    /// @return the answer, safe to print: lines separated by line feeds
    /// @throws IllegalArgumentException if the gateway refuses the request; the message is its reason, in one line
    /// @throws IOException              if the gateway has ended meanwhile, or does not answer
    public String ask(String request) throws IOException {
        return ControlRequest.ask(socket, request);
    }
}
