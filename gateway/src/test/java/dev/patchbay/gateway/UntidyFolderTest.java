package dev.patchbay.gateway;

import static dev.patchbay.gateway.EchoPlugin.expectAnswer;
import static dev.patchbay.gateway.TestGateway.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.patchbay.gateway.plugin.PluginJar;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plugin folder in which people are at work, or machines, and not always carefully: the gateway goes on serving, and the table tells.
class UntidyFolderTest {

    @TempDir
    Path temp;

    @SuppressWarnings("NullAway.Init") // by each test, when it has prepared the folder
    private Gateway gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aJarThatArrivesInPiecesIsServedWhenItIsWhole() throws Exception {
        start();
        writeHalf(EchoPlugin.jar("a", "1"));
        gateway.reload();
        awaitRow("a.jar", "rejected", "CORRUPT_JAR");

        drop(EchoPlugin.jar("a", "1"));

        awaitRow("a.jar", "loaded", "");
        assertThat(gateway.plugins()).hasSize(1);
    }

    @Test
    void aNextVersionThatArrivesInPiecesTakesOverWhenItIsWhole() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        try (Socket before = connect(gateway, "a")) {
            writeHalf(EchoPlugin.jar("a", "2"));
            gateway.reload();
            awaitRow("a.jar", "rejected", "CORRUPT_JAR");
            expectAnswer(before, "1");
            try (Socket meanwhile = connect(gateway, "a")) {
                expectAnswer(meanwhile, "1");
            }

            drop(EchoPlugin.jar("a", "2"));

            awaitVersion("2");
            expectAnswer(before, "1");
            try (Socket after = connect(gateway, "a")) {
                expectAnswer(after, "2");
            }
        }
    }

    @Test
    void aJarThatIsOverwrittenGivesClassesAllTheSame() throws Exception {
        PluginJar.named("a")
                .provider("test.A", "", "return ProtocolInfo.of(\"a\", \"1\").silent();",
                        "return StreamService.of(peer -> { while (peer.frames().hasNext()) Late.answer(peer.frames()); });")
                .source("test.Late", """
                        package test;
                        import dev.patchbay.api.wire.Frames;
                        class Late { static void answer(Frames frames) { frames.send(frames.receive() + "1"); } }
                        """)
                .writeTo(jar("a"));
        start();
        byte[] garbage = new byte[(int) Files.size(jar("a"))];

        Files.write(jar("a"), garbage);
        gateway.reload();

        awaitRow("a.jar", "rejected", "CORRUPT_JAR");
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
    }

    @Test
    void aJarThatIsRenamedWhileItIsLoadedIsServedUnderItsNewName() throws Exception {
        start();
        String move = "java.nio.file.Files.move(java.nio.file.Path.of(\"%s\"), java.nio.file.Path.of(\"%s\"));".formatted(jar("a"), jar("b"));
        EchoPlugin.jar("a", "1")
                .provider("test.Mover", "public Mover() throws Exception { " + move + " }",
                        "return ProtocolInfo.of(\"mover\", \"1\");", "return StreamService.of(peer -> {});")
                .writeTo(jar("a"));

        gateway.reload();
        gateway.reload();

        awaitRow("b.jar", "loaded", "");
        assertThat(gateway.plugins()).hasSize(1);
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
    }

    @Test
    void twoJarsThatSwapTheirNamesAreTheSamePlugins() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        drop(EchoPlugin.jar("b", "1"));
        start();
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
            Path aside = temp.resolve("plugins/.aside");
            Files.move(jar("a"), aside);
            Files.move(jar("b"), jar("a"));
            Files.move(aside, jar("b"));

            await().untilAsserted(() -> assertThat(gateway.plugins()).extracting(PluginRow::jar, PluginRow::id, PluginRow::state)
                    .containsExactly(tuple("a.jar", "b", "loaded"), tuple("b.jar", "a", "loaded")));
            expectAnswer(peer, "1");
        }
    }

    @Test
    void twoHundredJarsAtOnceAreServed() throws Exception {
        start();
        PluginJar jar = PluginJar.named("p").provider("test.P", "", """
                try (var id = getClass().getResourceAsStream("/id")) {
                    return ProtocolInfo.of(new String(id.readAllBytes()), "1");
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
                """, "return StreamService.of(peer -> {});").compiled();
        for (int i = 0; i < 200; i++) {
            jar.manifest("Plugin-Id", "p" + i).entry("id", "p" + i).writeTo(temp.resolve("plugins/p" + i + ".jar"));
        }
        EchoPlugin.jar("a", "1").writeTo(jar("a"));
        gateway.reload();

        assertThat(gateway.plugins()).hasSize(201).extracting(PluginRow::state).containsOnly("loaded");
        assertThat(gateway.listeners()).extracting(ListenerRow::protocol).hasSize(202).contains("p0", "p199");
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
    }

    @Test
    void aFolderThatIsDeletedTakesNothingWithItAndIsFoundAgain() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");

            try (Stream<Path> files = Files.walk(temp.resolve("plugins"))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            gateway.reload();
            expectAnswer(peer, "1");
            assertThat(ControlClient.find(temp.resolve("data")).orElseThrow().ask("plugins")).contains("there is no plugin folder");

            drop(EchoPlugin.jar("a", "1"));
            drop(EchoPlugin.jar("b", "1"));
            gateway.reload();
            awaitRow("b.jar", "loaded", "");
            awaitRow("a.jar", "loaded", "");
            expectAnswer(peer, "1");
        }
    }

    @Test
    void aFileThatMayNotBeReadIsTold() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        Path secret = EchoPlugin.jar("b", "1").writeTo(jar("b"));
        Path closed = EchoPlugin.jar("c", "1").writeTo(temp.resolve("plugins/c/c.jar")).getParent();
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("-wx-wx-wx"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx-wx-wx"));
        try {
            assumeFalse(Files.isReadable(secret), "this user may read everything, as root may");

            awaitRow("b.jar", "rejected", "NOT_READABLE");
            awaitRow("c", "rejected", "NO_JAR");
            try (Socket peer = connect(gateway, "a")) {
                expectAnswer(peer, "1");
            }

            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
            awaitRow("b.jar", "loaded", "");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aLinkIsWhatItLeadsTo() throws Exception {
        Path first = EchoPlugin.jar("a", "1").writeTo(temp.resolve("store/first"));
        Path second = EchoPlugin.jar("a", "2").writeTo(temp.resolve("store/second"));
        Files.createDirectories(temp.resolve("plugins"));
        Files.createSymbolicLink(jar("a"), first);
        start();
        try (Socket before = connect(gateway, "a")) {
            expectAnswer(before, "1");

            Files.move(Files.createSymbolicLink(temp.resolve("next"), second), jar("a"), StandardCopyOption.REPLACE_EXISTING);
            gateway.reload();
            awaitVersion("2");

            Files.delete(second);
            gateway.reload();
            awaitRow("a.jar", "rejected", "NOT_READABLE");
            expectAnswer(before, "1");
            try (Socket after = connect(gateway, "a")) {
                expectAnswer(after, "2");
            }
        }
    }

    @Test
    void aFolderThatIsNamedAsAJarIsAFolderOfJars() throws Exception {
        Files.createDirectories(temp.resolve("plugins/b.jar"));
        EchoPlugin.jar("a", "1").writeTo(temp.resolve("plugins/a.jar/inner.jar"));
        start();

        awaitRow("a.jar", "loaded", "");
        awaitRow("b.jar", "rejected", "NO_JAR");
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }
    }

    @Test
    void aCopyThatCannotBeMadeIsToldAndMadeWhenItCan() throws Exception {
        drop(EchoPlugin.jar("a", "1"));
        start();
        Path copies = temp.resolve("data/run/plugins");
        Path aside = Files.move(copies, copies.resolveSibling("aside"));
        Files.createFile(copies);

        drop(EchoPlugin.jar("b", "1"));
        gateway.reload();
        awaitRow("b.jar", "rejected", "NOT_COPIED");
        try (Socket peer = connect(gateway, "a")) {
            expectAnswer(peer, "1");
        }

        Files.delete(copies);
        Files.move(aside, copies);
        gateway.reload();
        awaitRow("b.jar", "loaded", "");
    }

    private void start() throws Exception {
        gateway = TestGateway.start(temp, "listener.a.port = 0\nlistener.b.port = 0\nlistener.c.port = 0\n");
    }

    private Path jar(String id) {
        return temp.resolve("plugins/" + id + ".jar");
    }

    private void drop(PluginJar jar) {
        jar.writeTo(jar(jar.id()));
    }

    private void writeHalf(PluginJar jar) {
        byte[] bytes = jar.bytes();
        PluginJar.write(jar(jar.id()), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private void awaitRow(String jar, String state, String reason) {
        await().untilAsserted(() -> assertThat(gateway.plugins()).extracting(PluginRow::jar, PluginRow::state, PluginRow::reason)
                .contains(tuple(jar, state, reason)));
    }

    private void awaitVersion(String version) {
        await().until(() -> gateway.plugins().stream().anyMatch(row -> row.state().equals("loaded") && row.version().equals(version)));
    }
}
