package dev.patchbay.testkit;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewayException;
import dev.patchbay.gateway.GatewaySettings;
import dev.patchbay.gateway.JournalFile;
import dev.patchbay.gateway.JournalRow;
import dev.patchbay.gateway.ListenerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Protocols served by a real gateway inside a test: the real transport, limits and lobby, on free ports of 127.0.0.1.
///
/// ```java
/// try (ProtocolServer server = ProtocolServer.start(new EchoProtocol())) {
///     server.connect().expectFrame("Echo Server 1.0").sendFrame("hello").expectFrame("hello");
/// }
/// ```
///
/// Where all tests of a class want one, JUnit closes it: `@AutoClose private final ProtocolServer server = ...`.
public final class ProtocolServer implements AutoCloseable {

    private final Gateway gateway;
    private final ServerSetup setup;
    private final Path folder;
    private final ConcurrentLinkedQueue<AutoCloseable> peers = new ConcurrentLinkedQueue<>();

    private ProtocolServer(Gateway gateway, ServerSetup setup, Path folder) {
        this.gateway = gateway;
        this.setup = setup;
        this.folder = folder;
    }

    /// {@return a running server for these protocols, with their default options}
    public static ProtocolServer start(Protocol... protocols) {
        return new ServerSetup(Arrays.asList(protocols)).start();
    }

    /// {@return the setup of a server, to be started}
    ///
    /// @param protocol the one whose options can be set
    /// @param others   are served beside it
    public static ServerSetup of(Protocol protocol, Protocol... others) {
        return new ServerSetup(Stream.concat(Stream.of(protocol), Stream.of(others)).toList());
    }

    static ProtocolServer start(ServerSetup setup) {
        try {
            Path folder = Files.createTempDirectory("patchbay-test");
            Path plugins = Files.createDirectory(folder.resolve("plugins"));
            Path config = Files.writeString(folder.resolve("patchbay.toml"), setup.config());
            if (setup.plugin().isPresent()) {
                setup.plugin().get().writeTo(plugins);
            }
            GatewaySettings settings = new GatewaySettings(folder.resolve("data"), plugins, Optional.of(config), Optional.empty(), true);
            return new ProtocolServer(Gateway.start(settings, setup.embedding()), setup, folder);
        } catch (GatewayException e) {
            throw new AssertionError("the server did not start: " + String.join("\n", e.problems()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the address of the first protocol}
    public InetSocketAddress address() {
        return address(setup.first().info().id());
    }

    /// {@return the address of a protocol, or of the `lobby`}
    public InetSocketAddress address(String protocol) {
        return gateway.listeners().stream()
                .filter(row -> row.protocol().equals(protocol))
                .findFirst()
                .map(ListenerRow::address)
                .orElseThrow(() -> new IllegalArgumentException("no listener for " + protocol));
    }

    /// {@return a new connection to the first protocol; if it is announced, the banner comes first}
    public TestPeer connect() {
        return closedWithThis(TestPeer.connect(address()));
    }

    /// {@return a new connection to a protocol, or to the `lobby`; if it is announced, the banner comes first}
    public TestPeer connect(String protocol) {
        return closedWithThis(TestPeer.connect(address(protocol)));
    }

    /// {@return a peer that sends datagrams to the first protocol}
    public DatagramPeer datagrams() {
        return closedWithThis(DatagramPeer.to(address()));
    }

    private <T extends AutoCloseable> T closedWithThis(T peer) {
        peers.add(peer);
        return peer;
    }

    /// {@return the first protocol's client mode on a new connection, as a REPL has it, with the time and the randomness of this server}
    ///
    /// @param user the name under which the user speaks
    public ModeDriver repl(String user) throws Exception {
        return repl(user, new FakeConsole(true));
    }

    /// {@return the same, with a console that may have its answers ready}
    public ModeDriver repl(String user, FakeConsole console) throws Exception {
        return ModeDriver.open(setup.first(), address(), user, console, setup.embedding().clock(), setup.embedding().random());
    }

    /// {@return how many connections there are}
    public int sessions() {
        return gateway.listeners().stream().mapToInt(ListenerRow::sessions).sum();
    }

    /// {@return how many connections there have been; one that the lobby handed on counts there and at its protocol}
    public long served() {
        return gateway.listeners().stream().mapToLong(ListenerRow::served).sum();
    }

    /// {@return the texts that the protocols have in their journal of this name by now, oldest first; none if there is none}
    public List<String> journal(String name) {
        try (JournalFile journals = JournalFile.open(folder.resolve("data"))) {
            Optional<String> known = journals.rows().stream().map(JournalRow::name).filter(each -> each.endsWith("/" + name)).findFirst();
            if (known.isEmpty()) {
                return List.of();
            }
            try (Snapshot entries = journals.read(known.get(), 0)) {
                return StreamSupport.stream(entries.spliterator(), false).map(Entry::text).toList();
            }
        }
    }

    /// Removes the jar of a server that was started as [ServerSetup#packed], while it runs, and expects that all connections end, and that
    /// nothing is left of the plugin: no thread, no task, no class. Waits ten seconds for that.
    ///
    /// @throws AssertionError if something is left; it names the threads that use it, and what holds the classes
    public void expectNothingLeft() {
        expectNothingLeft(Patience.USUAL);
    }

    void expectNothingLeft(Patience patience) {
        PackedPlugin plugin = setup.plugin().orElseThrow(() -> new IllegalStateException("there is no jar to be removed: start the server as 'packed'"));
        try {
            Files.delete(plugin.jar(folder.resolve("plugins")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gateway.reload();
        new Leftovers(gateway, plugin, patience).expectNone();
    }

    /// Closes the connections that it gave out, stops the server and removes its files. Calling it again does nothing.
    ///
    /// To see what a stop does to a connection, connect by [TestPeer#connect].
    @Override
    public void close() {
        peers.forEach(ProtocolServer::close);
        gateway.close();
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(AutoCloseable peer) {
        try {
            peer.close();
        } catch (Exception e) {
            throw new AssertionError("a peer cannot be closed", e);
        }
    }
}
