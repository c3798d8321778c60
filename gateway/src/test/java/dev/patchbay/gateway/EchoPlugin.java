package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.gateway.plugin.PluginJar;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;

/// A plugin whose version is in each answer.
final class EchoPlugin {

    private EchoPlugin() {}

    static PluginJar jar(String id, String version) {
        return PluginJar.named(id)
                .manifest("Plugin-Version", version)
                .provider("test." + id.toUpperCase(Locale.ROOT) + "Protocol", "",
                        "return ProtocolInfo.of(\"" + id + "\", \"" + version + "\").silent();",
                        "return StreamService.of(peer -> { while (peer.frames().hasNext()) { peer.frames().send(peer.frames().receive() + \"" + version
                                + "\"); } });");
    }

    static void expectAnswer(Socket peer, String version) throws IOException {
        TestGateway.send(peer, "0001?");
        assertThat(TestGateway.receive(peer, 6)).isEqualTo("0002?" + version);
    }
}
