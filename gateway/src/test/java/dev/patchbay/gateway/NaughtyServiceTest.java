package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static dev.patchbay.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.gateway.plugin.NaughtyService;
import dev.patchbay.gateway.plugin.PluginJar;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plugins that misbehave: the others serve all the same, and the table tells what there is to tell, also of what is left when the jar is
/// gone.
class NaughtyServiceTest {

    private static final String CONFIG = """
            listener.good.port = 0
            listener.naughty.port = 0
            limits.drain-time = "200 ms"
            """;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();

    static List<NaughtyService> naughtyServices() {
        return NaughtyService.all();
    }

    @AfterEach
    void endWhatWasStarted() {
        System.setProperty(NaughtyService.OVER, "yes");
    }

    @ParameterizedTest
    @MethodSource("naughtyServices")
    void costsItsOwnConnectionsOnlyAndTheTableTells(NaughtyService naughty) throws Exception {
        System.clearProperty(NaughtyService.OVER);
        Path plugins = folder.resolve("plugins");
        good().writeTo(plugins.resolve("good.jar"));
        Path jar = naughty.jar().writeTo(plugins.resolve("naughty.jar"));

        try (Gateway gateway = Gateway.start(TestGateway.settings(folder, CONFIG, false), Embedding.NONE.withClock(clock));
                Socket bystander = connect(gateway, "good")) {
            if (naughty.isServed()) {
                meet(naughty, gateway);
                meet(naughty, gateway);
            }
            expectAnswer(bystander);
            assertThat(row(gateway)).hasValueSatisfying(row -> {
                assertThat(row.state()).isEqualTo(naughty.isServed() ? "loaded" : "rejected");
                assertThat(row.reason()).isEqualTo(naughty.reason().map(Enum::name).orElse(""));
                assertThat(row.hint()).isEqualTo(naughty.reason().map(reason -> reason.hint()).orElse(""));
            });

            Files.delete(jar);
            gateway.reload();

            expectAnswer(bystander);
            expectLeft(naughty, gateway);
            expectAnswer(bystander);
            endWhatWasStarted();
        }
    }

    private static void meet(NaughtyService naughty, Gateway gateway) throws IOException {
        try (Socket victim = connect(gateway, "naughty")) {
            send(victim, "0002go");
            if (naughty.answer().isPresent()) {
                assertThat(receiveAll(victim)).isEqualTo(naughty.answer().get());
            }
        }
    }

    private void expectLeft(NaughtyService naughty, Gateway gateway) {
        if (naughty.left().isEmpty()) {
            // The collector decides when.
            await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                System.gc();
                assertThat(row(gateway)).isEmpty();
            });
            return;
        }
        NaughtyService.Left left = naughty.left().get();
        await().until(() -> !row(gateway).orElseThrow().state().equals("draining"));
        clock.advance(Duration.ofMinutes(6));
        await().untilAsserted(() -> assertThat(row(gateway)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo("lingering");
            assertThat(row.reason()).isEqualTo(left.reason().name());
            assertThat(row.message()).contains(left.message());
        }));
    }

    private static Optional<PluginRow> row(Gateway gateway) {
        return gateway.plugins().stream().filter(row -> row.id().equals("naughty")).findFirst();
    }

    private static PluginJar good() {
        return NaughtyService.library(PluginJar.named("good"), "1")
                .provider("test.good.Good", "", "return ProtocolInfo.of(\"good\", \"1.0\").silent();", """
                        return StreamService.of(peer -> {
                            while (peer.frames().hasNext()) { peer.frames().send(peer.frames().receive() + lib.Library.version()); }
                        });
                        """);
    }

    private static void expectAnswer(Socket bystander) throws IOException {
        send(bystander, "0002hi");
        assertThat(receive(bystander, 7)).isEqualTo("0003hi1");
    }
}
