package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalcClientModeTest {

    private final CalcProtocol protocol = new CalcProtocol();
    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(protocol);

    @Test
    void aTypedExpressionIsCalculated() throws Exception {
        try (ModeDriver repl = open(true)) {
            repl.type("2 * (3 + 4.5) ^ 2");
            repl.type("1/8");

            assertThat(repl.console().lines()).containsExactly("112.5", "0.125");
        }
    }

    @Test
    void anErrorIsTheUsersAndTheNextExpressionIsCalculated() throws Exception {
        try (ModeDriver repl = open(true)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("1/0")).withMessage("division by zero at position 2");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("(".repeat(100_000))).withMessageContaining("at most 9999 bytes");
            repl.type("6*7");

            assertThat(repl.console().lines()).containsExactly("42");
        }
    }

    @Test
    void theDemonstrationSendsFiveRequests() throws Exception {
        try (ModeDriver repl = open(true)) {
            repl.type("demo --delay 0");

            assertThat(repl.console().lines()).containsExactly(
                    "17 + 25", "42", "17 - 25", "-8", "17 * 25", "425", "17 / 25", "0.68", "17 % 25", "17");
        }
    }

    @Test
    void inAScriptOnlyTheValuesArePrinted() throws Exception {
        try (ModeDriver repl = open(false)) {
            repl.type("demo --delay 0");

            assertThat(repl.console().lines()).containsExactly("42", "-8", "425", "0.68", "17");
        }
    }

    @Test
    void theDemonstrationPausesBeforeEachRequestAndCanBeInterrupted() throws Exception {
        try (ModeDriver repl = open(true)) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread typing = Thread.ofVirtual().start(() -> end.complete(catchThrowable(() -> repl.type("demo --delay 3600"))));
            await().until(() -> typing.getState() == Thread.State.TIMED_WAITING);

            typing.interrupt();

            assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(repl.console().lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "0.5"})
    void aPauseIsANumberOfSeconds(String delay) throws Exception {
        try (ModeDriver repl = open(true)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("demo --delay " + delay)).withMessageContaining("--delay is a");
        }
    }

    private ModeDriver open(boolean interactive) throws Exception {
        return ModeDriver.open(protocol, server.address(), "alice", new FakeConsole(interactive));
    }
}
