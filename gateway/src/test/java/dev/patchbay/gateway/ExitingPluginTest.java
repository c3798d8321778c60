package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.plugin.PluginJar;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plugin that ends the process takes everything with it; a JVM has nothing against that. What was acknowledged is kept.
class ExitingPluginTest {

    @TempDir
    Path folder;

    /// The process: a gateway that serves until its input ends.
    static final class Serving {

        private Serving() {}

        public static void main(String[] arguments) throws Exception {
            try (Gateway gateway = TestGateway.start(Path.of(arguments[0]), "listener.exiting.port = 0\n")) {
                System.out.println(TestGateway.address(gateway, "exiting").getPort());
                while (System.in.read() >= 0) {}
            }
        }
    }

    @Test
    void endsTheProcessWithItsOwnCodeAndLosesNothingThatWasAcknowledged() throws Exception {
        PluginJar.named("exiting")
                .provider("test.Exiting", "", "return ProtocolInfo.of(\"exiting\", \"1.0\").silent();", """
                        return StreamService.of(peer -> {
                            context.journal("notes").append(peer.frames().receive());
                            peer.frames().send("noted");
                            peer.flush();
                            System.exit(7);
                        });
                        """)
                .writeTo(folder.resolve("plugins/exiting.jar"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                        "-cp", System.getProperty("java.class.path"), Serving.class.getName(), folder.toString())
                .redirectError(folder.resolve("log").toFile())
                .start();
        try (BufferedReader output = process.inputReader(UTF_8);
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(Objects.requireNonNull(output.readLine())))) {
            TestGateway.send(peer, "0005hello");

            assertThat(TestGateway.receiveAll(peer)).isEqualTo("0005noted");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(7);
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (JournalFile journals = JournalFile.open(folder.resolve("data"));
                Snapshot notes = journals.read("exiting/notes", 0)) {
            assertThat(notes).extracting(Entry::text).isEqualTo(List.of("hello"));
        }
    }
}
