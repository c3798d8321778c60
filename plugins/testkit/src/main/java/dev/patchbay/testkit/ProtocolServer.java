package dev.patchbay.testkit;

import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.Embedding;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewayException;
import dev.patchbay.gateway.GatewaySettings;
import dev.patchbay.gateway.ListenerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Protocols served by a real gateway inside a test: the real transport, limits and lobby, on free ports of 127.0.0.1.
///
/// ```java
/// try (ProtocolServer server = ProtocolServer.start(new EchoProtocol());
///         TestPeer peer = server.connect()) {
///     peer.expectFrame("Echo Server 1.0");
///     peer.sendFrame("hello");
///     peer.expectFrame("hello");
/// }
/// ```
public final class ProtocolServer implements AutoCloseable {

    private final Gateway gateway;
    private final String first;
    private final Path folder;

    private ProtocolServer(Gateway gateway, String first, Path folder) {
        this.gateway = gateway;
        this.first = first;
        this.folder = folder;
    }

    /// {@return a running server for these protocols, with their default options}
    public static ProtocolServer start(Protocol... protocols) {
        return start(List.of(protocols), Map.of(), Map.of());
    }

    /// {@return a running server for a protocol}
    ///
    /// @param options its options by name, and keys that every listener has, as values in TOML: `"\"text\""`, `"5"`, `"true"`
    public static ProtocolServer start(Protocol protocol, Map<String, String> options) {
        return start(protocol, options, Map.of());
    }

    /// {@return a running server for a protocol}
    ///
    /// @param options  its options by name, as values in TOML
    /// @param settings what else is configured, by its dotted name and as values in TOML: `limits.message-time` is `"'1 s'"`
    public static ProtocolServer start(Protocol protocol, Map<String, String> options, Map<String, String> settings) {
        return start(List.of(protocol), options, settings);
    }

    /// @param options of the first protocol
    static ProtocolServer start(List<Protocol> protocols, Map<String, String> options, Map<String, String> settings) {
        try {
            Path folder = Files.createTempDirectory("patchbay-test");
            Path plugins = Files.createDirectory(folder.resolve("plugins"));
            Path config = Files.writeString(folder.resolve("patchbay.toml"), config(protocols, options, settings));
            GatewaySettings gateway = new GatewaySettings(folder.resolve("data"), plugins, Optional.of(config), Optional.empty(), true);
            return new ProtocolServer(Gateway.start(gateway, Embedding.NONE.withProtocols(protocols)), protocols.getFirst().info().id(), folder);
        } catch (GatewayException e) {
            throw new AssertionError("the server did not start: " + String.join("\n", e.problems()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String config(List<Protocol> protocols, Map<String, String> options, Map<String, String> settings) {
        StringBuilder config = new StringBuilder();
        set(config, settings);
        config.append("[listener.lobby]\nport = 0\n");
        for (Protocol protocol : protocols) {
            config.append("[listener.\"").append(protocol.info().id()).append("\"]\n");
            Map<String, String> keys = new TreeMap<>(protocol.equals(protocols.getFirst()) ? options : Map.of());
            keys.putIfAbsent("port", "0");
            set(config, keys);
        }
        return config.toString();
    }

    private static void set(StringBuilder config, Map<String, String> values) {
        new TreeMap<>(values).forEach((name, value) -> config.append(name).append(" = ").append(value).append('\n'));
    }

    /// {@return the address of the first protocol}
    public InetSocketAddress address() {
        return address(first);
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
        return TestPeer.connect(address());
    }

    /// {@return a new connection to a protocol, or to the `lobby`; if it is announced, the banner comes first}
    public TestPeer connect(String protocol) {
        return TestPeer.connect(address(protocol));
    }

    /// {@return how many connections there are}
    public int sessions() {
        return gateway.listeners().stream().mapToInt(ListenerRow::sessions).sum();
    }

    /// {@return how many connections there have been; one that the lobby handed on counts there and at its protocol}
    public long served() {
        return gateway.listeners().stream().mapToLong(ListenerRow::served).sum();
    }

    /// Stops the server and removes its files. Calling it again does nothing.
    @Override
    public void close() {
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
}
