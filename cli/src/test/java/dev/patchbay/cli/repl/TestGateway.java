package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Item;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A local gateway of which only the lobby's address is real.
record TestGateway(Optional<InetSocketAddress> address, List<String> requests) implements LocalGateway {

    static TestGateway none() {
        return new TestGateway(Optional.empty(), new CopyOnWriteArrayList<>());
    }

    static TestGateway withLobby(ScriptedServer lobby) {
        return new TestGateway(Optional.of(lobby.socketAddress()), new CopyOnWriteArrayList<>());
    }

    @Override
    public InetSocketAddress lobby() throws IOException {
        return address.orElseThrow(() -> new IOException("no gateway runs"));
    }

    @Override
    public String ask(String request) throws IOException {
        requests.add(request);
        lobby();
        if (request.contains("nothing")) {
            throw new IllegalArgumentException("unknown protocol 'nothing'");
        }
        return "answer to " + request;
    }

    @Override
    public InetSocketAddress bridge(Protocol protocol, InetSocketAddress wanted) throws IOException {
        requests.add("bridge " + protocol.info().id() + " " + wanted.getAddress().getHostAddress() + ":" + wanted.getPort());
        return lobby();
    }

    @Override
    public Closeable serve(Protocol protocol, InetSocketAddress wanted, Map<String, String> options, Consumer<Item> reports) {
        requests.add("serve " + protocol.info().id() + " " + wanted.getPort() + " " + options);
        reports.accept(Item.of("received").with("name", "a.txt"));
        return () -> requests.add("served");
    }
}
