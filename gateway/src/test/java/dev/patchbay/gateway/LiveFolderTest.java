package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static dev.patchbay.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.patchbay.gateway.plugin.PluginJar;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

        drop(echo("a", "1"));

        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
        assertThat(row("a").state()).isEqualTo("loaded");
    }

    @Test
    void aPluginWhoseJarIsGoneLosesItsListenersAndItsConnections() throws Exception {
        drop(echo("a", "1"));
        drop(echo("b", "1"));
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
        drop(echo("a", "1"));
        start();
        Files.delete(jar("a"));
        gateway.reload();

        drop(echo("a", "1"));

        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
    }

    @Test
    void anUpgradeServesThoseWhoComeAndLetsThoseWhoAreThereFinishWithTheVersionBefore() throws Exception {
        drop(echo("a", "1"));
        start();
        InetSocketAddress address = TestGateway.address(gateway, "a");
        try (Socket before = connect(gateway, "a")) {
            expectAnswer(before, "1");

            drop(echo("a", "2"));

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
        drop(echo("a", "1"));
        start("limits.upgrade-time = '1 ms'");
        try (Socket before = connect(gateway, "a")) {
            expectAnswer(before, "1");

            drop(echo("a", "2"));

            assertThat(receiveAll(before)).isEmpty();
        }
        awaitGone("1");
    }

    @Test
    void aPluginThatIsNotTouchedIsNotTouched() throws Exception {
        drop(echo("a", "1"));
        drop(echo("b", "1"));
        start();
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");

            drop(echo("b", "2"));
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
        drop(echo("a", "1"));
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
                    echo("a", "2").writeTo(jar("a"));
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
        drop(echo("b", "1"));
        awaitServed("b");

        assertThat(temp.resolve("tries")).as("by the watch, and by the reload, which reads all again").hasContent("xx");
    }

    @Test
    void twoJarsThatSwapTheirNamesAreTheSamePlugins() throws Exception {
        drop(echo("a", "1"));
        drop(echo("b", "1"));
        start();
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
            Path aside = temp.resolve("plugins/.aside");
            Files.move(jar("a"), aside);
            Files.move(jar("b"), jar("a"));
            Files.move(aside, jar("b"));
            gateway.reload();

            expectAnswer(peer, "1");
            assertThat(gateway.plugins()).extracting(PluginRow::jar, PluginRow::id, PluginRow::state)
                    .containsExactly(tuple("a.jar", "b", "loaded"), tuple("b.jar", "a", "loaded"));
        }
    }

    @Test
    void aJarUnderAnotherNameTakesOverWhenTheOneBeforeIsGone() throws Exception {
        drop(echo("a", "1"));
        start();
        echo("a", "2").writeTo(temp.resolve("plugins/a-2.jar"));
        gateway.reload();
        assertThat(gateway.plugins()).extracting(PluginRow::reason).containsExactly("DUPLICATE_ID", "");

        Files.delete(jar("a"));
        gateway.reload();

        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "2");
        }
    }

    @Test
    void aJarThatArrivesInPiecesIsServedWhenItIsWhole() throws Exception {
        start();
        byte[] bytes = echo("a", "1").bytes();
        PluginJar.write(jar("a"), Arrays.copyOf(bytes, bytes.length / 2));
        await().untilAsserted(() -> assertThat(gateway.plugins()).extracting(PluginRow::reason).containsExactly("CORRUPT_JAR"));

        PluginJar.write(jar("a"), bytes);

        awaitServed("a");
        assertThat(gateway.plugins()).singleElement().extracting(PluginRow::state).isEqualTo("loaded");
    }

    @Test
    void aFolderThatIsGoneTakesNothingWithItAndIsFoundAgain() throws Exception {
        drop(echo("a", "1"));
        start();
        Path aside = Files.move(temp.resolve("plugins"), temp.resolve("aside"));
        gateway.reload();
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }

        Files.createDirectory(temp.resolve("plugins"));
        Files.move(aside.resolve("a.jar"), jar("a"));
        drop(echo("b", "1"));

        assertThat(gateway.plugins()).extracting(PluginRow::id, PluginRow::state).containsExactly(tuple("a", "loaded"), tuple("b", "loaded"));
    }

    @Test
    void twoHundredJarsAtOnceAreServed() throws Exception {
        start();
        for (int i = 0; i < 200; i++) {
            PluginJar.named("p" + i).entry("x", "x").writeTo(temp.resolve("plugins/p" + i + ".jar"));
        }
        drop(echo("zebra", "1"));

        assertThat(gateway.plugins()).hasSize(201);
        try (Socket peer = connect(gateway, "zebra")) {
            expectAnswer(peer, "1");
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

    /// A plugin whose version is in each answer.
    private static PluginJar echo(String id, String version) {
        return PluginJar.named(id)
                .manifest("Plugin-Version", version)
                .provider("test." + id.toUpperCase(Locale.ROOT) + "Protocol", "",
                        "return ProtocolInfo.of(\"" + id + "\", \"" + version + "\").silent();",
                        "return StreamService.of(peer -> { while (peer.frames().hasNext()) { peer.frames().send(peer.frames().receive() + \"" + version
                                + "\"); } });");
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

    private static void expectAnswer(Socket peer, String version) throws IOException {
        send(peer, "0001?");
        assertThat(receive(peer, 6)).isEqualTo("0002?" + version);
    }

    private PluginRow row(String id) {
        return gateway.plugins().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private void awaitServed(String protocol) {
        await().until(() -> gateway.listeners().stream().anyMatch(row -> row.protocol().equals(protocol)));
    }

    /// Waits until nothing is left of a plugin or a version.
    private void awaitGone(String idOrVersion) {
        await().untilAsserted(() -> {
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
