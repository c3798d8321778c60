package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.plugin.PluginJar;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plugin that ends the process takes everything with it; a JVM has nothing against that. What was acknowledged is kept.
class ExitingPluginTest {

    @TempDir
    Path folder;

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

        ChildGateway gateway = ChildGateway.start(folder, "exiting");
        try (Socket peer = gateway.connect()) {
            TestGateway.send(peer, "0005hello");

            assertThat(TestGateway.receiveAll(peer)).isEqualTo("0005noted");
            assertThat(gateway.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(gateway.process().exitValue()).isEqualTo(7);
        } finally {
            gateway.end();
        }
        try (JournalFile journals = JournalFile.open(folder.resolve("data"));
                Snapshot notes = journals.read("exiting/notes", 0)) {
            assertThat(notes).extracting(Entry::text).containsExactly("hello");
        }
    }
}
