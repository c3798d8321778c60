package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.api.client.Item;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnsClientModeTest {

    private final ProtocolServer server;
    private final ModeDriver repl;

    DnsClientModeTest(@TempDir Path folder) throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "10.0.0.7 bishop.lan bishop\n");
        DnsProtocol protocol = new DnsProtocol();
        server = ProtocolServer.of(protocol).option("hosts", hosts).start();
        repl = server.repl("alice");
    }

    @AfterEach
    void stop() throws Exception {
        repl.close();
        server.close();
    }

    @Test
    void eachNameOfATypedLineIsLookedUp() throws Exception {
        repl.type("bishop.lan   nobody.lan 10.0.0.7");

        assertThat(repl.console().lines()).containsExactly("bishop.lan 10.0.0.7", "nobody.lan unknown domain", "bishop.lan 10.0.0.7");
        assertThat(repl.console().items()).extracting(Item::type).containsExactly("answer", "unknown", "answer");
    }

    @Test
    void lookupDoesTheSame() throws Exception {
        repl.type("lookup bishop nobody");

        assertThat(repl.console().lines()).containsExactly("bishop 10.0.0.7", "nobody unknown domain");
    }

    @Test
    void aNameThatFitsIntoNoMessageIsRefusedAndTheNextOneIsAnswered() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("x".repeat(10_000))).withMessageContaining("at most 9999 bytes");
        repl.type("bishop");

        assertThat(repl.console().lines()).containsExactly("bishop 10.0.0.7");
    }
}
