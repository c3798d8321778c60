package dev.patchbay.cli.repl;

import java.net.InetSocketAddress;
import java.util.Optional;

/// How to reach a server, again and again.
sealed interface Route {

    /// Directly, at an address.
    ///
    /// @param protocol the protocol that the user named, if any
    /// @param user     the name that the user gave in the address, if any
    record Direct(InetSocketAddress address, String label, Optional<String> protocol, Optional<String> user) implements Route {}

    /// {@return the same way to a server whose protocol is known now: it must not have become another when it is gone again}
    default Route pinned(String id) {
        return this instanceof Direct direct
                ? new Direct(direct.address(), direct.label(), Optional.of(id), direct.user())
                : this;
    }

    /// Through a lobby, by the protocol's id.
    record ThroughLobby(Lobby lobby, String protocol, Optional<String> user) implements Route {

        @Override
        public String label() {
            return lobby.label();
        }
    }

    /// Directly, without asking what the server speaks.
    record Raw(InetSocketAddress address, String label) implements Route {

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }
    }

    /// {@return how people call the address}
    String label();

    /// {@return the name that the user gave in the address, if any}
    Optional<String> user();
}
