package dev.patchbay.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.client.Item;
import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessClientModeTest {

    private final GuessProtocol protocol = new GuessProtocol();
    @AutoClose
    private final ProtocolServer server = ProtocolServer.of(protocol).option("lowest", 42).option("highest", 42).start();

    @Test
    void aTypedGuessIsAnsweredAndTheRemainingIntervalShown() throws Exception {
        try (ModeDriver repl = open(server)) {
            assertThat(repl.session().status()).isEqualTo("1..100");
            repl.type("< 50");
            repl.type("> 41");
            assertThat(repl.session().status()).isEqualTo("42..49");
            repl.type("= 42");

            assertThat(repl.session().status()).isEqualTo("over");
            assertThat(repl.console().lines()).containsExactly(
                    "< 50 yes 1..49", "> 41 yes 42..49", "= 42 you won", "'again' joins the next round");
        }
    }

    @Test
    void aWrongNumberIsTheEndUntilTheNextRound() throws Exception {
        try (ModeDriver repl = open(server)) {
            repl.type("= 41");
            repl.type("< 50");
            repl.type("again");
            assertThat(repl.session().status()).isEqualTo("1..100");
            repl.type("< 50");

            assertThat(answers(repl)).containsExactly("= 41 you are out", "< 50 you are out", "< 50 yes 1..49");
        }
    }

    @Test
    void autoHalvesTheIntervalToTheEnd() throws Exception {
        try (ModeDriver repl = open(server)) {
            repl.type("auto --delay 0");

            assertThat(answers(repl)).containsExactly(
                    "> 50 no 1..50", "> 25 yes 26..50", "> 38 yes 39..50", "> 44 no 39..44", "> 41 yes 42..44", "> 43 no 42..43",
                    "> 42 no 42..42", "= 42 you won");
        }
    }

    @Test
    void autoGoesOnFromWhatIsKnownAndPlaysAnotherRoundWhenItIsTypedAgain() throws Exception {
        try (ModeDriver repl = open(server)) {
            repl.type("> 41");
            repl.type("< 43");
            repl.type("auto --delay 0");
            assertThat(answers(repl)).containsExactly("> 41 yes 42..100", "< 43 yes 42..42", "= 42 you won");

            // Until the server has seen that the winner left, the round is still over.
            await().until(() -> {
                repl.type("auto --delay 0");
                return answers(repl).getLast().equals("= 42 you won");
            });
            assertThat(answers(repl)).contains("> 50 no 1..50");
        }
    }

    @Test
    void autoEndsWhenSomebodyElseHasWon() throws Exception {
        try (ModeDriver alice = open(server);
                ModeDriver bob = open(server)) {
            bob.type("< 50");
            alice.type("= 42");
            bob.type("auto --delay 0");

            assertThat(answers(bob)).containsExactly("< 50 yes 1..49", "> 25 end of game");
        }
    }

    @Test
    void autoWaitsAMomentBeforeEachGuessAndCanBeInterrupted() throws Exception {
        try (ModeDriver repl = open(server)) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread typing = Thread.ofVirtual().start(() -> end.complete(catchThrowable(() -> repl.type("auto --delay 3600"))));
            await().until(() -> typing.getState() == Thread.State.TIMED_WAITING);

            typing.interrupt();

            assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(repl.console().lines()).isEmpty();
        }
    }

    @Test
    void anotherRangeCanBeSaid() throws Exception {
        try (ProtocolServer other = ProtocolServer.of(protocol).option("lowest", 1000).option("highest", 1000).start();
                ModeDriver repl = open(other)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("range 5 3")).withMessage("the lowest number comes first");
            repl.type("> 100");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("auto --delay 0")).withMessageContaining("outside of 1..100");

            repl.type("range -2147483648 2147483647");
            repl.type("auto --delay 0");

            assertThat(answers(repl)).last().isEqualTo("= 1000 you won");
        }
    }

    @Test
    void anotherFormatCanBeSpoken() throws Exception {
        try (ProtocolServer other = ProtocolServer.of(protocol).option("packed-be", true).start();
                ModeDriver repl = open(other)) {
            repl.type("format packed-be");
            repl.type("auto --delay 0");

            assertThat(answers(repl)).last().asString().endsWith("you won");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("format json")).withMessage("'json' is no format: padded, packed-be");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "hello", "<= 50", "< 2147483648"})
    void whatIsNoGuessIsNotSent(String line) throws Exception {
        try (ModeDriver repl = open(server)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type(line)).withMessageContaining("such as < 50");
            repl.type("< 50");

            assertThat(answers(repl)).containsExactly("< 50 yes 1..49");
        }
    }

    @Test
    void aScriptIsToldTheAnswersOnly() throws Exception {
        FakeConsole script = new FakeConsole(false);
        try (ModeDriver repl = server.repl("alice", script)) {
            repl.type("= 42");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("auto --delay -1"));

            assertThat(script.items()).extracting(Item::toString).containsExactly("= 42 you won");
        }
    }

    private ModeDriver open(ProtocolServer to) throws Exception {
        return ModeDriver.open(protocol, to.address(), "alice");
    }

    private static List<String> answers(ModeDriver repl) {
        return repl.console().items().stream().filter(item -> item.type().equals("answer")).map(Item::toString).toList();
    }
}
