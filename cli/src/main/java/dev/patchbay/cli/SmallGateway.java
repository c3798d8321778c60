package dev.patchbay.cli;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Item;
import dev.patchbay.gateway.Embedding;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewayException;
import dev.patchbay.gateway.GatewaySettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A gateway in this process that serves one protocol, and has nothing in common with the gateway of this machine. Its own files, in the
/// folder for temporary files, go when it is closed.
record SmallGateway(Gateway gateway, TemporaryFolder folder) implements AutoCloseable {

    /// Starts to serve.
    ///
    /// @param lobby   whether there is a lobby too, on a free port of this machine
    /// @param options the options of the protocol that do not have their default, by name; text or paths
    /// @param reports is told what the service reports, by any thread
    static SmallGateway start(Protocol protocol, InetSocketAddress address, boolean lobby, Map<String, String> options, Consumer<Item> reports)
            throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        try {
            Path config = Files.writeString(folder.path().resolve("patchbay.toml"), config(protocol, address, lobby, options));
            Path plugins = Files.createDirectory(folder.path().resolve("plugins"));
            GatewaySettings settings = new GatewaySettings(folder.path().resolve("data"), plugins, Optional.of(config), Optional.empty(), true);
            Embedding embedding = Embedding.NONE.withProtocols(List.of(protocol)).withReports(reports);
            return new SmallGateway(Gateway.start(settings, embedding), folder);
        } catch (GatewayException e) {
            folder.close();
            throw new IOException(String.join("; ", e.problems()), e);
        }
    }

    private static String config(Protocol protocol, InetSocketAddress address, boolean lobby, Map<String, String> options) {
        StringBuilder config = new StringBuilder("""
                [listener.lobby]
                port = 0
                enabled = %b
                [listener."%s"]
                host = "%s"
                port = %d
                """.formatted(lobby, protocol.info().id(), address.getAddress().getHostAddress(), address.getPort()));
        new TreeMap<>(options).forEach((name, value) -> config.append(name).append(" = ").append(quoted(value)).append('\n'));
        return config.toString();
    }

    /// A string of TOML, whatever is in it.
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            boolean plain = character >= ' ' && character != '"' && character != '\\' && character != 0x7f;
            quoted.append(plain ? Character.toString(character) : String.format(Locale.ROOT, "\\u%04x", character));
        });
        return quoted.append('"').toString();
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        folder.close();
    }
}
