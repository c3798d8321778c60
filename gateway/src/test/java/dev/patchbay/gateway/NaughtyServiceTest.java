package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static dev.patchbay.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.gateway.plugin.NaughtyService;
import dev.patchbay.gateway.plugin.PluginJar;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plugins that were loaded and misbehave while they serve: it costs their own connection, and the gateway still ends in time.
class NaughtyServiceTest {

    @TempDir
    Path folder;

    static List<NaughtyService> naughtyServices() {
        return NaughtyService.all();
    }

    @AfterEach
    void forget() {
        System.getProperties().remove(NaughtyService.LOADER);
    }

    @ParameterizedTest
    @MethodSource("naughtyServices")
    void costsItsOwnConnectionOnlyAndIsGoneWithTheGateway(NaughtyService naughty) throws Exception {
        Path plugins = folder.resolve("plugins");
        PluginJar.named("good").provider("test.good.Good", "", "return ProtocolInfo.of(\"good\", \"1.0\").silent();",
                "return StreamService.of(peer -> peer.frames().send(\"\" + peer.frames().receive()));").writeTo(plugins.resolve("good.jar"));
        naughty.jar().writeTo(plugins.resolve("naughty.jar"));

        costsItsOwnConnectionOnly(naughty);

        if (naughty.letsGo()) {
            awaitCollected();
        }
    }

    /// In a method of its own, whose variables are gone with it: a closed gateway still knows its plugins.
    private void costsItsOwnConnectionOnly(NaughtyService naughty) throws Exception {
        try (Gateway gateway = TestGateway.start(folder, """
                listener.good.port = 0
                listener.naughty.port = 0
                limits.drain-time = "200 ms"
                """)) {
            try (Socket bystander = connect(gateway, "good")) {
                for (int i = 0; i < 2; i++) {
                    try (Socket victim = connect(gateway, "naughty")) {
                        send(victim, "0002go");
                        if (naughty.ends()) {
                            assertThat(receiveAll(victim)).isEmpty();
                        }
                    }
                }
                send(bystander, "0002hi");
                assertThat(receive(bystander, 6)).isEqualTo("0002hi");
            }
            assertThat(gateway.plugins()).extracting(PluginRow::state).containsExactly("loaded", "loaded");
        }
    }

    private static void awaitCollected() {
        Object left = System.getProperties().get(NaughtyService.LOADER);
        assertThat(left).isInstanceOfSatisfying(WeakReference.class, loader ->
                await("the plugin's classes to be collected").atMost(Duration.ofSeconds(5)).until(() -> {
                    System.gc();
                    return loader.get() == null;
                }));
    }
}
