package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.ClientMode;
import java.util.List;

/// What was found at the end of a route.
sealed interface Reached {

    /// A server that speaks a protocol of ours; its banner, if there was one, has been consumed.
    ///
    /// @param name   what the protocol is called
    /// @param banner how the protocol calls itself to people, as the greeting shows it
    record Server(Wire wire, String name, String banner, ClientMode mode) implements Reached {

        static Server of(Wire wire, Protocol protocol) {
            return new Server(wire, protocol.info().id(), protocol.info().banner(), protocol.clientMode());
        }
    }

    /// A lobby, and what it leads to.
    record AtLobby(Lobby lobby, List<Lobby.Entry> entries) implements Reached {}
}
