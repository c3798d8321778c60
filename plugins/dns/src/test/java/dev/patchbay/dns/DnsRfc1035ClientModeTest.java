package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnsRfc1035ClientModeTest {

    private final ProtocolServer server;
    private final ModeDriver repl;

    DnsRfc1035ClientModeTest(@TempDir Path folder) throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "10.0.0.7 bishop.lan\n::1 bishop.lan\n127.0.0.1 localhost\n");
        DnsRfc1035Protocol protocol = new DnsRfc1035Protocol();
        server = ProtocolServer.of(protocol).option("hosts", hosts).start();
        repl = server.repl("alice");
    }

    @AfterEach
    void stop() throws Exception {
        repl.close();
        server.close();
    }

    @Test
    void aTypedNameIsLookedUpInTheWayItsFormAsksFor() throws Exception {
        repl.type("bishop.lan  BISHOP.lan. 10.0.0.7 _lobby._tcp");

        assertThat(repl.console().lines()).containsExactly(
                "bishop.lan A 10.0.0.7",
                "BISHOP.lan A 10.0.0.7",
                "7.0.0.10.in-addr.arpa PTR bishop.lan.",
                "_lobby._tcp SRV 0 0 " + server.address("lobby").getPort() + " localhost.");
    }

    @Test
    void askTakesATypeOfRecords() throws Exception {
        repl.type("ask bishop.lan aaaa");
        repl.type("ask bishop.lan");

        assertThat(repl.console().lines()).containsExactly("bishop.lan AAAA 0:0:0:0:0:0:0:1", "bishop.lan A 10.0.0.7");
    }

    @Test
    void whatThereIsNotIsSaidInOneLine() throws Exception {
        repl.type("king.lan .");
        repl.type("ask bishop.lan mx");
        repl.type("ask lan axfr");

        assertThat(repl.console().lines()).containsExactly(
                "king.lan unknown domain", ". has no records of type A", "bishop.lan has no records of type MX", "lan error: refused");
    }

    @Test
    void whatCannotBeAskedIsRefusedAndTheNextQuestionIsAnswered() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("a..b")).withMessageContaining("'a..b' is no name");
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("ask bishop.lan nonsense")).withMessageContaining("try A, AAAA");
        repl.type("bishop.lan");

        assertThat(repl.console().lines()).containsExactly("bishop.lan A 10.0.0.7");
    }
}
