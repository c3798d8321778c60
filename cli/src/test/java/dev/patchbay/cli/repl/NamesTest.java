package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void aNameIsAskedOfTheResolver() throws Exception {
        try (ScriptedServer resolver = answering("192.0.2.10")) {
            Names names = new Names(Optional.of(resolver.address()));

            assertThat(names.find("board.invalid", 10333).getAddress().getHostAddress()).isEqualTo("192.0.2.10");
            assertThat(resolver.heard()).first().isEqualTo("board.invalid");
        }
    }

    @Test
    void anAddressAndLocalhostAreAskedOfNobody() throws Exception {
        try (ScriptedServer resolver = answering("192.0.2.10")) {
            Names names = new Names(Optional.of(resolver.address()));

            assertThat(names.find("127.0.0.1", 1).getAddress().isLoopbackAddress()).isTrue();
            assertThat(names.find("::1", 1).getAddress().isLoopbackAddress()).isTrue();
            assertThat(names.find("localhost", 1).getAddress().isLoopbackAddress()).isTrue();
            assertThat(resolver.heard()).isEmpty();
        }
    }

    @Test
    void aNameThatNobodyKnowsIsToldWithWhoWasAsked() throws Exception {
        try (ScriptedServer resolver = answering("unknown domain")) {
            Names names = new Names(Optional.of(resolver.address()));

            assertThatThrownBy(() -> names.find("nobody.invalid", 1))
                    .hasMessage("nobody knows the name 'nobody.invalid': neither the resolver " + resolver.address() + " nor this system");
        }
        assertThatThrownBy(() -> new Names(Optional.empty()).find("nobody.invalid", 1))
                .hasMessage("nobody knows the name 'nobody.invalid'");
    }

    @Test
    void anOddAnswerOfTheResolverIsNamed() throws Exception {
        try (ScriptedServer resolver = answering("not an address")) {
            assertThatThrownBy(() -> new Names(Optional.of(resolver.address())).find("board.invalid", 1))
                    .hasMessageContaining("it gives 'not an address' as the address of 'board.invalid'");
        }
    }

    @Test
    void aResolverOfAnotherProtocolIsNamed() throws Exception {
        try (ScriptedServer resolver = ScriptedServer.announcing("Welcome")) {
            assertThatThrownBy(() -> new Names(Optional.of(resolver.address())).find("board.invalid", 1))
                    .hasMessageContaining("does not behave like a DNS Server 1.0: it begins with 'Welcome'");
        }
    }

    private static ScriptedServer answering(String answer) {
        ScriptedServer[] server = new ScriptedServer[1];
        server[0] = new ScriptedServer(peer -> {
            peer.sendFrame("DNS Server 1.0");
            server[0].hear(peer.receiveFrame());
            peer.sendFrame(answer);
            peer.receive(1);
        });
        return server[0];
    }
}
