package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.text.Nearest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;

/// From what a user types behind `open` to a route.
///
/// One word is first the id of a protocol, of the lobby the user is in or of the local gateway, and then the name of a host.
record Router(Catalog catalog, Names names, LocalGateway gateway) {

    /// Where a BBS has always been.
    private static final int DEFAULT_PORT = 10333;

    Route route(String text, Optional<LobbyPlace> here) throws CommandFailure, InterruptedException {
        Address address = Address.parse(text);
        if (address.isWord() && here.isPresent() && here.get().ids().contains(address.host())) {
            return new Route.ThroughLobby(here.get().address(), address.host(), Optional.empty());
        }
        if (address.isWord() && address.host().equals(Lobby.ID)) {
            Lobby lobby = local();
            return new Route.Direct(lobby.address(), lobby.label(), Optional.of(Lobby.ID), Optional.empty());
        }
        if (address.isWord() && catalog.find(address.host()).isPresent()) {
            return new Route.ThroughLobby(local(), address.host(), Optional.empty());
        }
        Optional<Protocol> broadcast = address.protocol().flatMap(this::broadcast);
        if (broadcast.isPresent()) {
            return bridged(broadcast.get(), address);
        }
        int port = port(address);
        InetSocketAddress found = address.isWord() ? host(address.host(), port) : names.find(address.host(), port);
        return new Route.Direct(found, Address.label(address.host(), port), address.protocol(), address.user());
    }

    /// A word that is the name of no host may be a protocol that was not typed right.
    private InetSocketAddress host(String word, int port) throws CommandFailure, InterruptedException {
        try {
            return names.find(word, port);
        } catch (CommandFailure e) {
            throw Nearest.to(word, catalog.ids()).map(id -> e.with("did you mean: open " + id)).orElse(e);
        }
    }

    /// {@return the protocol that is meant by its id, or by `udp`, if its datagrams are broadcast: there is no server to dial}
    private Optional<Protocol> broadcast(String id) {
        return catalog.all().stream()
                .filter(protocol -> protocol.info().broadcasts() && (protocol.info().id().equals(id) || id.equals("udp")))
                .findFirst();
    }

    private Route bridged(Protocol protocol, Address address) throws CommandFailure, InterruptedException {
        int port = address.port().orElse(protocol.info().defaultPort().orElse(DEFAULT_PORT));
        String label = Address.label(address.host(), port);
        try {
            InetSocketAddress lobby = gateway.bridge(protocol, names.find(address.host(), port));
            return new Route.ThroughLobby(new Lobby(lobby, label), protocol.info().id(), address.user());
        } catch (IOException e) {
            throw CommandFailure.unreachable("cannot take part in broadcasts on " + label + ": " + e.getMessage());
        }
    }

    Route raw(String text) throws CommandFailure, InterruptedException {
        Address address = Address.parse(text);
        int port = port(address);
        return new Route.Raw(names.find(address.host(), port), Address.label(address.host(), port));
    }

    private int port(Address address) throws CommandFailure {
        if (address.port().isPresent()) {
            return address.port().getAsInt();
        }
        if (address.protocol().isEmpty()) {
            return DEFAULT_PORT;
        }
        String id = address.protocol().get();
        if (id.equals(Lobby.ID)) {
            return Lobby.PORT;
        }
        Protocol protocol = catalog.find(id).orElseThrow(() -> new Strangers(address.host(), catalog).noPlugin(id));
        OptionalInt port = protocol.info().defaultPort();
        return port.orElse(DEFAULT_PORT);
    }

    private Lobby local() throws CommandFailure {
        try {
            InetSocketAddress address = gateway.lobby();
            String host = address.getAddress().isLoopbackAddress() ? "localhost" : address.getAddress().getHostAddress();
            return new Lobby(address, Address.label(host, address.getPort()));
        } catch (IOException e) {
            throw CommandFailure.unreachable(String.valueOf(e.getMessage()));
        }
    }
}
