package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(Duration.ofMillis(100));
    private final ScriptedServer server = ScriptedServer.announcing("hello");
    private final Line line = line();

    private Line line() {
        try {
            return new Line(Wire.dial(server.socketAddress(), "server"), () -> {
                throw new AssertionError("nobody connects again here");
            });
        } catch (CommandFailure e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void hangUp() throws Exception {
        line.wire().close();
        server.close();
    }

    private String receive() {
        return line.wire().connection().frames().receive();
    }

    /// Reads beside the command, as sessions do.
    private Thread read(CompletableFuture<String> answer) {
        return Thread.ofVirtual().start(() -> {
            try {
                answer.complete(receive());
            } catch (ConnectionException e) {
                // The test is over.
            }
        });
    }

    @Test
    void aServerThatIsWaitedForAndSaysNothingIsGivenUp() {
        assertThat(receive()).isEqualTo("hello");

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> patience.during(line, this::receive))
                .withMessage("no answer for 0 s; --timeout SECONDS waits longer")
                .matches(e -> e.reason() == Reason.TOO_SLOW);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void soIsOneThatAnotherThreadOfTheSessionWaitsFor() throws Exception {
        assertThat(receive()).isEqualTo("hello");
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread reader = read(answer);

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> patience.during(line, answer::get));

        reader.interrupt();
    }

    @Test
    void whatTakesLongWithoutWaitingForTheServerIsLeftAlone() throws Exception {
        Boolean done = patience.during(line, () -> new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS));

        assertThat(done).isFalse();
    }

    @Test
    void anAnswerEndsTheWait() throws Exception {
        assertThat(patience.during(line, this::receive)).isEqualTo("hello");

        assertThat(line.wire().silence(System.nanoTime())).isZero();
    }

    @Test
    void onlyTheTimeSinceTheCommandBeganCounts() {
        assertThat(receive()).isEqualTo("hello");
        Thread reader = read(new CompletableFuture<>());
        long early = System.nanoTime();
        await().until(() -> line.wire().silence(early).compareTo(Duration.ofMillis(50)) > 0);

        assertThat(line.wire().silence(System.nanoTime() + 1_000_000_000)).isNegative();

        reader.interrupt();
    }

    @Test
    void withoutALimitNothingIsWatched() throws Exception {
        assertThat(new Patience(Duration.ZERO).during(line, this::receive)).isEqualTo("hello");
    }
}
