package dev.patchbay.cli.repl;

import dev.patchbay.api.client.ClientMode;
import java.util.List;

/// What was found at the end of a route.
sealed interface Reached {

    /// A server that speaks a protocol of ours; its banner, if there was one, has been consumed.
    ///
    /// @param name what the protocol is called
    record Server(Wire wire, String name, ClientMode mode) implements Reached {}

    /// A lobby, and what it leads to.
    record AtLobby(Lobby lobby, List<Lobby.Entry> entries) implements Reached {}
}
