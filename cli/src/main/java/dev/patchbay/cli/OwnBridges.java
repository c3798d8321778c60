package dev.patchbay.cli;

import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewayException;
import dev.patchbay.gateway.GatewaySettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gateways in this process, one for each protocol and address at which the user takes part in broadcasts. What a gateway's service
/// does with broadcasts, a bridge to connections, is all that a REPL needs; and the port can be shared with other programs.
final class OwnBridges implements AutoCloseable {

    private final Map<String, Bridge> bridges = new HashMap<>();

    private record Bridge(Gateway gateway, Path folder) {

        InetSocketAddress lobby() {
            return gateway.listeners().getFirst().address();
        }
    }

    /// {@return the lobby of the one for this protocol and address}
    synchronized InetSocketAddress lobby(Protocol protocol, InetSocketAddress address) throws IOException {
        String key = protocol.info().id() + " " + address;
        Bridge bridge = bridges.get(key);
        if (bridge == null) {
            bridge = start(protocol, address);
            bridges.put(key, bridge);
        }
        return bridge.lobby();
    }

    private static Bridge start(Protocol protocol, InetSocketAddress address) throws IOException {
        Path folder = Files.createTempDirectory("patchbay-bridge");
        try {
            Path config = Files.writeString(folder.resolve("patchbay.toml"), """
                    [listener.lobby]
                    port = 0
                    [listener."%s"]
                    host = "%s"
                    port = %d
                    """.formatted(protocol.info().id(), address.getAddress().getHostAddress(), address.getPort()));
            Path plugins = Files.createDirectory(folder.resolve("plugins"));
            GatewaySettings settings = new GatewaySettings(folder.resolve("data"), plugins, Optional.of(config), Optional.empty(), true);
            return new Bridge(Gateway.start(settings, List.of(protocol)), folder);
        } catch (GatewayException e) {
            delete(folder);
            throw new IOException(String.join("; ", e.problems()), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Bridge bridge : bridges.values()) {
            bridge.gateway().close();
            delete(bridge.folder());
        }
        bridges.clear();
    }
}
