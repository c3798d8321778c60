package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.gateway.plugin.PluginJar;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a gateway answers to `plugins` and `plugins reload`, as its users read it.
class PluginsRequestTest {

    private static final String ENDLESS = """
            Thread.ofPlatform().daemon().name("left").start(() -> {
                while (!Boolean.getBoolean("test.request.over")) {
                    try { Thread.sleep(5); } catch (InterruptedException e) { }
                }
            });
            """;

    @TempDir
    Path temp;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        System.clearProperty("test.request.over");
        plugin("ok", "1", "").writeTo(jar("ok"));
        plugin("leak", "1", ENDLESS).writeTo(jar("leak"));
        gateway = TestGateway.start(temp, "live = false\nlistener.ok.port = 0\nlistener.leak.port = 0\n");
    }

    @AfterEach
    void stop() {
        System.setProperty("test.request.over", "true");
        gateway.close();
    }

    @Test
    void theTableShowsWhatIsLoadedDrainingLingeringAndRejectedAndWhatToDo() throws Exception {
        try (Socket peer = TestGateway.connect(gateway, "ok")) {
            TestGateway.send(peer, "x\n");
            TestGateway.receive(peer, 2);
            plugin("ok", "2", "").writeTo(jar("ok"));
            Files.delete(jar("leak"));
            Files.writeString(jar("broken"), "no jar at all");
            gateway.reload();
            await().until(() -> ask("plugins").contains("lingering"));

            assertThat(ask("plugins").replaceAll("[0-9a-f]{12}", "the checksum")).isEqualTo("""
                    JAR         PLUGIN  VERSION  API  CHECKSUM      STATE      SESSIONS  PROTOCOLS  REASON
                    broken.jar                        the checksum  rejected          0             CORRUPT_JAR
                    leak.jar    leak    1        1.0  the checksum  lingering         0             STILL_RUNNING
                    ok.jar      ok      2        1.0  the checksum  loaded            0  ok
                    ok.jar      ok      1        1.0  the checksum  draining          1

                    broken.jar cannot be opened as a jar (ZipException: zip END header not found); build or copy the jar again
                    leak.jar: the thread 'left' has not ended; ask the plugin's author to end what it started in Service.close(); \
                    only a restart ends it now""");
            assertThat(ask("plugins --json").lines().map(line -> line.replaceAll("[0-9a-f]{12}", "the checksum"))).containsExactly(
                    "{\"type\":\"plugin\",\"jar\":\"broken.jar\",\"plugin\":\"\",\"version\":\"\",\"api\":\"\",\"checksum\":\"the checksum\","
                            + "\"state\":\"rejected\",\"sessions\":0,\"protocols\":\"\",\"reason\":\"CORRUPT_JAR\",\"message\":\"broken.jar cannot be"
                            + " opened as a jar (ZipException: zip END header not found)\",\"hint\":\"build or copy the jar again\"}",
                    "{\"type\":\"plugin\",\"jar\":\"leak.jar\",\"plugin\":\"leak\",\"version\":\"1\",\"api\":\"1.0\",\"checksum\":\"the checksum\","
                            + "\"state\":\"lingering\",\"sessions\":0,\"protocols\":\"\",\"reason\":\"STILL_RUNNING\",\"message\":\"the thread 'left'"
                            + " has not ended\",\"hint\":\"ask the plugin's author to end what it started in Service.close(); only a restart ends it"
                            + " now\"}",
                    "{\"type\":\"plugin\",\"jar\":\"ok.jar\",\"plugin\":\"ok\",\"version\":\"2\",\"api\":\"1.0\",\"checksum\":\"the checksum\","
                            + "\"state\":\"loaded\",\"sessions\":0,\"protocols\":\"ok\",\"reason\":\"\",\"message\":\"\",\"hint\":\"\"}",
                    "{\"type\":\"plugin\",\"jar\":\"ok.jar\",\"plugin\":\"ok\",\"version\":\"1\",\"api\":\"1.0\",\"checksum\":\"the checksum\","
                            + "\"state\":\"draining\",\"sessions\":1,\"protocols\":\"\",\"reason\":\"\",\"message\":\"\",\"hint\":\"\"}");
        }
    }

    @Test
    void aDryRunPrintsThePlanAndDoesNothing() throws Exception {
        plugin("ok", "2", "").writeTo(jar("ok"));
        plugin("next", "7", "").writeTo(jar("next"));
        Files.delete(jar("leak"));
        String plan = """
                ACTION   PLUGIN  FROM  TO  JAR
                remove   leak    1         leak.jar
                add      next          7   next.jar
                upgrade  ok      1     2   ok.jar""";

        assertThat(ask("plugins reload --dry-run")).isEqualTo(plan);
        assertThat(ask("plugins reload --dry-run")).as("again").isEqualTo(plan);
        assertThat(gateway.plugins()).extracting(PluginRow::version).containsExactly("1", "1");

        assertThat(ask("plugins reload")).isEqualTo(plan);
        assertThat(gateway.plugins()).filteredOn(row -> row.state().equals("loaded")).extracting(PluginRow::version).containsExactly("7", "2");
        assertThat(ask("plugins reload")).startsWith("nothing to do");
        assertThat(ask("plugins reload --json")).isEmpty();
    }

    @Test
    void somethingElseThanReloadIsAnErrorThatSaysWhatThereIs() {
        assertThatThrownBy(() -> ask("plugins restart")).hasMessage("plugins takes reload, and reload --dry-run, not 'restart'");
    }

    private String ask(String request) throws IOException {
        return ControlClient.find(temp.resolve("data")).orElseThrow().ask(request);
    }

    private Path jar(String id) {
        return temp.resolve("plugins/" + id + ".jar");
    }

    private static PluginJar plugin(String id, String version, String open) {
        return PluginJar.named(id)
                .manifest("Plugin-Version", version)
                .provider("test." + id + ".TestProtocol", "", "return ProtocolInfo.of(\"" + id + "\", \"1\").silent();",
                        open + " return StreamService.of(peer -> { while (peer.lines().hasNext()) peer.lines().send(peer.lines().receive()); });");
    }
}
