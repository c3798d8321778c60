package dev.patchbay.gateway;

import static dev.patchbay.gateway.EchoPlugin.expectAnswer;
import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.patchbay.gateway.plugin.PluginJar;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The plugin folder of a gateway that serves: what comes, goes and changes in it.
class LiveFolderTest {

    @TempDir
    Path temp;

    @SuppressWarnings("NullAway.Init") // by each test, when it has prepared the folder
    private Gateway gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aPluginThatIsDroppedInIsServed() throws Exception {
        start();

        drop(EchoPlugin.jar("a", "1"));

        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
        assertThat(row("a").state()).isEqualTo("loaded");
    }

    @Test
    void aPluginWhoseJarIsGoneLosesItsListenersAndItsConnections() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        drop(EchoPlugin.jar("b", "1"));
        start();
        try (Socket a = connect(gateway, "a");
                Socket b = connect(gateway, "b")) {
            expectAnswer(a, "1");

            Files.delete(jar("a"));
            gateway.reload();

            assertThat(receiveAll(a)).as("the end").isEmpty();
            assertThat(gateway.listeners()).extracting(ListenerRow::protocol).containsExactlyInAnyOrder("lobby", "b");
            expectAnswer(b, "1");
        }
        awaitGone("a");
    }

    @Test
    void aPluginThatComesBackIsServedAgain() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        Files.delete(jar("a"));
        gateway.reload();

        drop(EchoPlugin.jar("a", "1"));

        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
    }

    @Test
    void anUpgradeServesThoseWhoComeAndLetsThoseWhoAreThereFinishWithTheVersionBefore() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        InetSocketAddress address = TestGateway.address(gateway, "a");
        try (Socket before = connect(gateway, "a")) {
            expectAnswer(before, "1");

            drop(EchoPlugin.jar("a", "2"));

            assertThat(TestGateway.address(gateway, "a")).as("its socket is the same").isEqualTo(address);
            try (Socket after = connect(gateway, "a")) {
                expectAnswer(after, "2");
                expectAnswer(before, "1");
                assertThat(gateway.plugins()).extracting(PluginRow::version, PluginRow::state, PluginRow::sessions)
                        .containsExactly(tuple("2", "loaded", 1), tuple("1", "draining", 1));
                assertThat(TestGateway.row(gateway, "a").sessions()).as("of both").isEqualTo(2);
            }
        }
        awaitGone("1");
        assertThat(gateway.plugins()).extracting(PluginRow::version).containsExactly("2");
        assertThat(copies()).as("private copies").isEqualTo(1);
    }

    @Test
    void connectionsOfTheVersionBeforeEndWhenTheirTimeIsUp() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start("limits.upgrade-time = '1 ms'");
        try (Socket before = connect(gateway, "a")) {
            expectAnswer(before, "1");

            drop(EchoPlugin.jar("a", "2"));

            assertThat(receiveAll(before)).isEmpty();
        }
        awaitGone("1");
    }

    @Test
    void aPluginThatIsNotTouchedIsNotTouched() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        drop(EchoPlugin.jar("b", "1"));
        start();
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");

            drop(EchoPlugin.jar("b", "2"));
            Files.move(jar("a"), temp.resolve("plugins/renamed.jar"));
            gateway.reload();

            expectAnswer(peer, "1");
            assertThat(gateway.plugins()).extracting(PluginRow::jar).contains("renamed.jar").doesNotContain("a.jar");
            assertThat(gateway.plugins()).filteredOn(row -> row.id().equals("a")).extracting(PluginRow::state).containsExactly("loaded");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no zip", "throws in its constructor", "does not open", "lacks a protocol", "badly configured"})
    void aVersionThatDoesNotStartLeavesTheOneBefore(String what) throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        try (Socket before = connect(gateway, "a")) {
            expectAnswer(before, "1");

            PluginJar next = PluginJar.named("a").manifest("Plugin-Version", "2");
            String info = "return ProtocolInfo.of(\"a\", \"2\");";
            switch (what) {
                case "no zip" -> PluginJar.write(jar("a"), new byte[100]);
                case "throws in its constructor" ->
                    next.provider("test.A", "public A() { throw new IllegalStateException(\"no luck\"); }", info, "return null;").writeTo(jar("a"));
                case "does not open" -> next.provider("test.A", "", info, "throw new IllegalStateException(\"no luck\");").writeTo(jar("a"));
                case "lacks a protocol" -> next.protocol("test.B", "b").provider("test.Missing").writeTo(jar("a"));
                default -> {
                    EchoPlugin.jar("a", "2").writeTo(jar("a"));
                    Files.writeString(temp.resolve("patchbay.toml"), "nonsense = 1");
                }
            }
            gateway.reload();

            expectAnswer(before, "1");
            try (Socket after = connect(gateway, "a")) {
                expectAnswer(after, "1");
            }
            await().untilAsserted(() -> assertThat(gateway.plugins()).filteredOn(row -> !row.state().equals("closed"))
                    .extracting(PluginRow::state).containsExactly("loaded", "rejected"));
            assertThat(gateway.listeners()).extracting(ListenerRow::protocol).containsExactlyInAnyOrder("lobby", "a");
        }
    }

    @Test
    void aJarThatCouldNotBeUsedIsNotTriedAgainUntilItChanges() throws Exception {
        start();
        PluginJar.named("a").manifest("Plugin-Version", "2")
                .provider("test.A", "public A() throws Exception { java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + temp.resolve("tries")
                        + "\"), \"x\", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND); throw new Exception(); }",
                        "return null;", "return null;")
                .writeTo(jar("a"));
        await().until(() -> Files.exists(temp.resolve("tries")));
        drop(EchoPlugin.jar("b", "1"));
        awaitServed("b");

        assertThat(temp.resolve("tries")).as("by the watch, and by the reload, which reads all again").hasContent("xx");
    }

    @Test
    void aJarUnderAnotherNameTakesOverWhenTheOneBeforeIsGone() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        EchoPlugin.jar("a", "2").writeTo(temp.resolve("plugins/a-2.jar"));
        gateway.reload();
        assertThat(gateway.plugins()).extracting(PluginRow::reason).containsExactly("DUPLICATE_ID", "");

        Files.delete(jar("a"));
        gateway.reload();

        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "2");
        }
    }

    @Test
    void aThreadThatDoesNotEndIsNamedAndItsPluginLingers() throws Exception {
        PluginJar.named("a")
                .provider("test.A", "", "return ProtocolInfo.of(\"a\", \"1\");", """
                        Thread.ofPlatform().daemon().name("leaked").start(() -> {
                            while (!Boolean.getBoolean("test.a.end")) {
                                try { Thread.sleep(10); } catch (InterruptedException e) { }
                            }
                        });
                        return new StreamService() {
                            public void serve(dev.patchbay.api.wire.Connection peer) {}
                            public void close() { System.setProperty("test.a.closed", System.getProperty("test.a.closed", "") + "x"); }
                        };
                        """)
                .writeTo(jar("a"));
        start();
        Files.delete(jar("a"));
        gateway.reload();

        await().untilAsserted(() -> assertThat(row("a").state()).isEqualTo("lingering"));
        assertThat(row("a").message()).isEqualTo("the thread 'leaked' has not ended");

        System.setProperty("test.a.end", "true");
        awaitGone("a");
        assertThat(System.getProperty("test.a.closed")).as("its service was closed once").isEqualTo("x");
    }

    private void start(String... more) throws Exception {
        String ports = Stream.of("a", "b", "zebra").map(id -> "[listener." + id + "]\nport = 0\n").collect(Collectors.joining());
        gateway = TestGateway.start(temp, String.join("\n", more) + "\n" + ports);
    }

    private Path jar(String id) {
        return temp.resolve("plugins/" + id + ".jar");
    }

    private void drop(PluginJar jar) throws IOException {
        String id = jar.id();
        jar.writeTo(jar(id));
        if (gateway != null) {
            gateway.reload();
        }
    }

    private PluginRow row(String id) {
        return gateway.plugins().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private void awaitServed(String protocol) {
        await().until(() -> gateway.listeners().stream().anyMatch(row -> row.protocol().equals(protocol)));
    }

    /// Waits until nothing is left of a plugin or a version.
    private void awaitGone(String idOrVersion) {
        // The collector decides when.
        await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(gateway.plugins()).noneMatch(row -> List.of(row.id(), row.version()).contains(idOrVersion));
        });
    }

    private long copies() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("data/run/plugins"))) {
            return files.count();
        }
    }
}
