package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What every mode owes its user, as a test: whatever a server answers, what was typed ends, with an answer or with one of the errors
/// that a REPL tells in a line.
///
/// ```java
/// class OkClientModeContractTest extends ClientModeContract {
///
///     @Override
///     protected Protocol protocol() {
///         return new OkProtocol();
///     }
///
///     @Override
///     protected List<String> lines() {
///         return List.of("hello");
///     }
///
///     @Override
///     protected byte[] answers() {
///         return "OK".getBytes(US_ASCII);
///     }
/// }
/// ```
public abstract class ClientModeContract {

    private static final int TRIES = 10;
    private static final int LONGEST = 300;

    /// For subclasses.
    protected ClientModeContract() {}

    /// {@return the protocol}
    protected abstract Protocol protocol();

    /// {@return what a user types, one after the other, so that the server is asked all there is to ask}
    protected abstract List<String> lines();

    /// {@return what a server would answer to that, without its banner, which stays as it is: it decides that the mode is used at all}
    protected abstract byte[] answers();

    @Test
    final void anythingThatAServerAnswersIsAnAnswerOrAnErrorOfTheConnection() {
        Fuzz.each(TRIES, random -> converse(Fuzz.bytes(random, LONGEST)));
    }

    @Test
    final void aDamagedAnswerIsAnAnswerOrAnErrorOfTheConnection() {
        Fuzz.each(TRIES, random -> converse(damaged(answers(), random)));
    }

    /// A byte or two are others, mostly such as keep a text a text, and now and then the end is missing.
    private static byte[] damaged(byte[] bytes, RandomGenerator random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(' ', '~'));
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private void converse(byte[] answers) throws Exception {
        FakeConsole console = new FakeConsole(false);
        try (BlindServer server = BlindServer.start(protocol(), answers)) {
            try (ModeDriver repl = ModeDriver.open(protocol(), server.address(), "alice", console)) {
                for (String line : lines()) {
                    type(line, repl);
                }
                repl.awaitBackground();
            } catch (ConnectionException | IllegalArgumentException | IOException e) {
                expectOneLine(e);
            }
        }
        assertThat(console.lines()).as("what is printed").noneMatch(line -> line.startsWith("background task failed"));
    }

    private static void type(String line, ModeDriver repl) throws Exception {
        try {
            repl.type(line);
        } catch (ConnectionException | IllegalArgumentException | IOException e) {
            expectOneLine(e);
        }
    }

    private static void expectOneLine(Exception e) {
        assertThat(e.getMessage()).as("the message of " + e.getClass()).isNotBlank();
    }
}
