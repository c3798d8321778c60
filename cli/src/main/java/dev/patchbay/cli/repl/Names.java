package dev.patchbay.cli.repl;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Finds the addresses of hosts: through the resolver the user has set, and where that knows nothing, the system.
final class Names {

    private Optional<Address> wanted;
    private Optional<NameServer> resolver = Optional.empty();

    /// @param resolver the address of a DNS 1.0 server to ask, if any; looked up when it is needed
    Names(Optional<String> resolver) {
        wanted = resolver.map(Address::parse);
    }

    Optional<NameServer> resolver() throws CommandFailure, InterruptedException {
        if (wanted.isPresent()) {
            Address address = wanted.get();
            int port = address.port().orElse(NameServer.PORT);
            InetSocketAddress found = new InetSocketAddress(system(address.host()), port);
            resolver = Optional.of(new NameServer(found, Address.label(address.host(), port)));
            wanted = Optional.empty();
        }
        return resolver;
    }

    void resolver(String address) {
        wanted = Optional.of(Address.parse(address));
    }

    void forget() {
        wanted = Optional.empty();
        resolver = Optional.empty();
    }

    /// {@return the address of a host, by name or as it is}
    InetSocketAddress find(String host, int port) throws CommandFailure, InterruptedException {
        boolean name = literal(host).isEmpty() && !host.equals("localhost");
        Optional<NameServer> asked = name ? resolver() : Optional.empty();
        Optional<InetAddress> answer = asked.isPresent() ? asked.get().ask(host) : Optional.empty();
        return new InetSocketAddress(answer.isPresent() ? answer.get() : system(host), port);
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Asks in a thread that can be left behind: the system's look-up can take long, and cannot be interrupted.
    private InetAddress system(String host) throws CommandFailure, InterruptedException {
        FutureTask<InetAddress> lookUp = new FutureTask<>(() -> InetAddress.getByName(host));
        Thread.ofVirtual().name("patchbay-look-up").start(lookUp);
        try {
            return lookUp.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw unknown(host);
            }
            throw CommandFailure.unreachable("the look-up of '" + host + "' failed: " + e.getCause());
        }
    }

    private CommandFailure unknown(String host) {
        return resolver
                .map(server -> CommandFailure.unreachable(
                        "nobody knows the name '" + host + "': neither the resolver " + server.label() + " nor this system"))
                .orElseGet(() -> CommandFailure.unreachable(
                        "nobody knows the name '" + host + "'",
                        "resolver HOST:PORT sets a DNS 1.0 server that may know it; an IP address works without"));
    }
}
