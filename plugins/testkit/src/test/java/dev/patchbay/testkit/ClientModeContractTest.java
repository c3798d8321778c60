package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Modes that trust their servers are found out.
class ClientModeContractTest {

    private record ModeProtocol(ClientMode clientMode) implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("mode", "1.0").banner("Mode 1.0");
        }

        @Override
        public Service open(ServiceContext context) {
            throw new UnsupportedOperationException("a REPL opens no services");
        }
    }

    private static final class Contract extends ClientModeContract {

        private final ClientMode mode;

        Contract(ClientMode mode) {
            this.mode = mode;
        }

        @Override
        protected Protocol protocol() {
            return new ModeProtocol(mode);
        }

        @Override
        protected List<String> lines() {
            return List.of("hello");
        }

        @Override
        protected byte[] answers() {
            return "0008hello ok".getBytes(StandardCharsets.UTF_8);
        }
    }

    @FunctionalInterface
    private interface Rule {
        void check(Contract contract);
    }

    private static void expectBroken(ClientMode mode, Rule rule, String complaint) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(new Contract(mode))).withMessageContaining(complaint);
    }

    @Test
    void aModeThatTakesTheAnswerForGrantedThrowsWhatNobodyExpects() {
        ClientMode trusting = context -> line -> {
            context.connection().frames().send(line);
            String answer = context.connection().frames().receive();
            context.console().print(answer.substring(answer.indexOf(" ok")));
        };

        expectBroken(trusting, ClientModeContract::aDamagedAnswerIsAnAnswerOrAnErrorOfTheConnection, "StringIndexOutOfBoundsException");
    }

    @Test
    void aModeThatListensAndFallsOverIsFoundOutToo() {
        ClientMode listening = context -> {
            context.background(() -> context.console().print(context.connection().chunks().receive().split(" ok")[1]));
            return line -> context.console().print(line);
        };

        expectBroken(listening, ClientModeContract::anythingThatAServerAnswersIsAnAnswerOrAnErrorOfTheConnection, "background task failed");
    }
}
