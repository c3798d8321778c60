package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.HostileText;
import dev.patchbay.testkit.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// A gateway with hostile clients, jars and names of listeners: what it says when it starts, its log, and its tables.
class HostileLogIT {

    private static final String STEERING = "x\u001b[2J\u009b31m\u202e\u2028x";

    @TempDir
    Path folder;

    private Distribution distribution;
    private Path output;
    private Path plugins;
    private Path config;
    private @Nullable Process server;

    @BeforeEach
    void prepare() throws IOException {
        distribution = new Distribution(folder);
        output = folder.resolve("serve.out");
        plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.copy(Distribution.plugins().resolve("inbox.jar"), plugins.resolve("inbox.jar"));
        // Of ASCII: no system here refuses such a name.
        Files.writeString(plugins.resolve("bad\u001b[2J\r\n2026-01-01 error.jar"), "no jar at all");
        jar("id.jar", STEERING, "1", "1.0");
        jar("version.jar", "some.id", STEERING, "1.0");
        jar("level.jar", "other.id", "1", STEERING);
        config = Files.writeString(folder.resolve("patchbay.toml"), """
                [listener.lobby]
                port = 0
                [listener."second\\u001b[2J\\u202e\\nready"]
                protocol = "inbox"
                port = 0
                [listener.inbox-plain]
                port = 0
                [listener.inbox]
                port = 0
                """);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    private void jar(String file, String id, String version, String level) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Plugin-Id", id);
        attributes.putValue("Plugin-Version", version);
        attributes.putValue("Plugin-Api", level);
        new JarOutputStream(Files.newOutputStream(plugins.resolve(file)), manifest).close();
    }

    @Test
    void whatIsSaidToPeopleIsSafe() throws Exception {
        serve();
        sendAll(port(lines().stream().filter(line -> line.startsWith("inbox (")).findFirst().orElseThrow()));

        assertThat(lines()).allSatisfy(line -> assertThat(HostileText.leaks(line)).as(line).isEmpty())
                .noneMatch(line -> line.startsWith("2026-01-01"))
                .filteredOn(line -> line.contains(" message from ")).hasSize(HostileText.utf8().size());
        String tables = distribution.run("plugins").out() + distribution.run("status").out() + distribution.run("protocols").out();
        assertThat(tables.lines()).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(HostileText.leaks(line)).as(line).isEmpty());
    }

    @Test
    void whatIsSaidToProgramsIsSafeAndExact() throws Exception {
        serve("--json");
        List<Map<String, Object>> listeners = objects().stream().filter(object -> "inbox".equals(object.get("protocol"))).toList();
        sendAll(port(String.valueOf(listeners.getFirst().get("address"))));

        List<String> messages = objects().stream().filter(object -> "log".equals(object.get("type"))).map(object -> String.valueOf(object.get("message"))).toList();
        for (HostileText hostile : HostileText.utf8()) {
            assertThat(messages).as(hostile.name()).anyMatch(message -> message.endsWith(": " + hostile.text()));
        }
        String tables = distribution.run("plugins", "--json").out() + distribution.run("status", "--json").out();
        assertThat(tables.lines().map(JsonObject::read)).anyMatch(row -> String.valueOf(row.get("message")).contains(STEERING));
        assertThat(tables.lines()).allSatisfy(line -> assertThat(HostileText.leaks(line)).as(line).isEmpty());
    }

    private void serve(String... more) throws Exception {
        String[] arguments = {"serve", "--config", config.toString(), "--plugins", plugins.toString()};
        Process process = distribution.start(output, Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new));
        server = process;
        await().until(() -> !process.isAlive() || lines().stream().anyMatch(line -> line.equals("ready") || line.contains("\"type\":\"ready\"")));
        assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
    }

    /// Sends each text as a message, and waits until the last one stands in the log.
    private void sendAll(int port) throws Exception {
        for (HostileText hostile : HostileText.utf8()) {
            send(port, hostile.bytes());
        }
        await().until(() -> lines().stream().filter(line -> line.contains("message from")).count() >= HostileText.utf8().size());
    }

    private static void send(int port, byte[] message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(String.format(Locale.ROOT, "%04d", message.length).getBytes(UTF_8));
            socket.getOutputStream().write(message);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static int port(String line) {
        return Integer.parseInt(line.replaceFirst("(?s).*127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }

    private List<String> lines() throws IOException {
        String text = Files.readString(output);
        return List.of(text.split("\n"));
    }

    private List<Map<String, Object>> objects() throws IOException {
        return lines().stream().map(JsonObject::read).toList();
    }
}
