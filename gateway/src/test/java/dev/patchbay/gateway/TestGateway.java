package dev.patchbay.gateway;

import dev.patchbay.api.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A gateway in a folder of its own, configured by a text.
final class TestGateway {

    private TestGateway() {}

    static Gateway start(Path folder, String config, Protocol... protocols) throws GatewayException, IOException {
        return Gateway.start(settings(folder, config, false), Embedding.NONE.withProtocols(List.of(protocols)));
    }

    static GatewaySettings settings(Path folder, String config, boolean strict) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path file = Files.writeString(folder.resolve("patchbay.toml"), "listener.lobby.port = 0\n" + config);
        return new GatewaySettings(folder.resolve("data"), plugins, Optional.of(file), Optional.empty(), strict);
    }

    static InetSocketAddress address(Gateway gateway, String protocol) {
        return row(gateway, protocol).address();
    }

    static ListenerRow row(Gateway gateway, String protocol) {
        return gateway.listeners().stream().filter(row -> row.protocol().equals(protocol)).findFirst().orElseThrow();
    }

    static Socket connect(Gateway gateway, String protocol) throws IOException {
        InetSocketAddress address = address(gateway, protocol);
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    static String receive(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    static String receiveAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
