package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.WireSamples.Script;
import java.io.FilterOutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every protocol over connections owes its peers, as tests: whatever one of them does, the others are served meanwhile and
/// afterwards, nothing of it is left over, and the log has one line for it and no stack trace. And when its jar is taken out of a gateway
/// that runs, nothing of the plugin is left: no thread, no task, no class; if something is, it is named, with whoever holds it.
///
/// To have them for a protocol, extend this class and say what its wire looks like:
///
/// ```java
/// class OkContractTest extends StreamProtocolContract {
///
///     @Override
///     protected WireSamples samples() {
///         return WireSamples.of(new OkProtocol())
///                 .withoutBorders()
///                 .conversation(peer -> {
///                     peer.send("hello");
///                     peer.expect("OK");
///                 })
///                 .request("hello")
///                 .largest(peer -> peer.send("x".repeat(8192)))
///                 .tooLarge(peer -> peer.send("x".repeat(8193)));
///     }
/// }
/// ```
///
/// Each test has a server of its own, on which a message that was begun has to be finished within 300 milliseconds.
public abstract class StreamProtocolContract {

    private static final Duration MOMENT = Duration.ofMillis(2);

    /// What a flood may add to the memory in use: several times what the buffers of its connections hold, and less than its answers.
    private static final long ALLOWANCE = 4 << 20;

    private WireSamples samples;
    private ProtocolServer server;
    private LogCapture log;
    private long servedBefore;

    /// For subclasses.
    protected StreamProtocolContract() {}

    /// {@return what goes over the wire of the protocol; asked once for each test}
    protected abstract WireSamples samples();

    /// {@return the server of the running test, for scripts that need more than the connection they are given}
    protected final ProtocolServer server() {
        return server;
    }

    /// How long to wait for what has to happen.
    Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    final void startServer() {
        samples = samples();
        server = setup().start();
        log = LogCapture.start();
    }

    private ServerSetup setup() {
        return samples.setup().setting("limits.message-time", Duration.ofMillis(300)).setting("journal.keep", 2000);
    }

    @AfterEach
    final void stopServerAndReadItsLog() {
        server.close();
        log.close();
        log.expectAtMostOneLineForEach(servedBefore + server.served(), samples.prints());
    }

    @Test
    final void aConversationWorksBesideAnother() {
        disturbsNobody(this::converse);
    }

    @Test
    final void garbageEndsItsOwnConnectionAtMost() {
        disturbsNobody(() -> Garbage.samples().forEach(garbage -> withHostile(peer -> {
            peer.sendBytes(garbage);
            peer.closeOutput();
            peer.expectEnd();
        })));
    }

    @Test
    final void halfAMessageAndThenSilenceIsEndedInTimeWhereMessagesHaveBorders() {
        disturbsNobody(() -> {
            try (TestPeer half = connect()) {
                half.sendBytes(samples.unfinished());
                converse();
                if (samples.hasBorders()) {
                    half.expectEnd();
                }
            }
        });
    }

    @Test
    final void halfAMessageAndThenTheEndIsAnEnd() {
        disturbsNobody(() -> withHostile(peer -> {
            peer.sendBytes(samples.unfinished());
            peer.closeOutput();
            peer.expectEnd();
        }));
    }

    @Test
    final void aResetAfterAnyByteDisturbsNobody() {
        disturbsNobody(() -> {
            int sent = 0;
            while (isCutOffAfter(sent)) {
                sent++;
            }
            assertThat(sent).as("bytes that the conversation sends").isPositive();
        });
    }

    /// Whether the conversation had more to send than that.
    private boolean isCutOffAfter(int bytes) {
        TestPeer peer = TestPeer.connect(address(), output -> new LimitedStream(output, bytes));
        try {
            play(samples.conversation(), peer);
            return false;
        } catch (LimitedStream.EndException e) {
            return true;
        } finally {
            peer.reset();
        }
    }

    @Test
    final void bytesMayArriveOneByOne() {
        disturbsNobody(() -> {
            // A stream that writes an array by its bytes.
            try (TestPeer peer = TestPeer.connect(address(), FilterOutputStream::new)) {
                if (samples.hasBorders()) {
                    play(samples.conversation(), peer);
                } else {
                    peer.sendBytes(samples.request());
                }
            }
        });
    }

    @Test
    final void whoBreaksOffWhileItIsAnsweredDisturbsNobody() {
        disturbsNobody(() -> {
            for (int i = 0; i < 10; i++) {
                withHostile(peer -> {
                    peer.sendBytes(Flood.repeated(samples.request(), 100));
                    peer.reset();
                });
            }
        });
    }

    @Test
    final void whoNeverReadsIsHeldBackOrEndedAndMeanwhileOthersAreServed() {
        converse();
        long before = Resources.memoryInUse();
        try (Flood flood = Flood.start(address(), samples.request(), samples.flood())) {
            for (int i = 0; i < 5; i++) {
                converse();
            }
            flood.awaitStandstill();
            converse();
            // While the server is still at it, what it has just dropped counts too.
            await("memory to be as it was", () -> Resources.memoryInUse() - before < ALLOWANCE);
        }
        converse();
        awaitNobody();
    }

    @Test
    final void theLargestMessageIsAccepted() {
        disturbsNobody(() -> {
            try (TestPeer peer = connect()) {
                play(samples.largest(), peer);
            }
        });
    }

    @Test
    final void aLargerMessageIsNotAccepted() {
        disturbsNobody(() -> {
            try (TestPeer peer = connect()) {
                play(samples.tooLarge(), peer);
            }
        });
    }

    @Test
    final void aCrowdThatSaysNothingDisturbsNobody() {
        disturbsNobody(() -> {
            int size = Math.min(samples.crowd(), Resources.connectionsToSpare());
            List<TestPeer> crowd = new ArrayList<>();
            try {
                while (crowd.size() < size) {
                    crowd.add(connect());
                }
                await("everybody to be in", () -> server.sessions() > size);
                converse();
            } finally {
                crowd.forEach(TestPeer::reset);
            }
        });
    }

    @Test
    final void closingTheGatewayEndsEverybodyInTime() {
        converse();
        awaitNobody();
        try (TestPeer silent = connect();
                TestPeer half = connect()) {
            half.sendBytes(samples.unfinished());
            await("both to be in", () -> server.sessions() >= 2);

            // The configuration would let it take half a minute to end what does not end by itself.
            assertTimeoutPreemptively(patience(), server::close);

            silent.expectEnd();
            half.expectEnd();
        }
    }

    @Test
    final void nothingOfItIsLeftWhenItsJarIsRemoved() {
        Class<? extends Protocol> provider = samples.setup().first().getClass();
        assumeTrue(PackedPlugin.canProvide(provider), provider.getName() + " cannot come from a jar: it is not public, or needs parameters");
        server.close();
        log.close();
        server = setup().packed().start();
        log = LogCapture.start();
        converse();
        awaitNobody();
        // One that the lobby serves, and not the protocol, stays.
        boolean isServed = !samples.listener().equals("lobby");
        try (TestPeer silent = connect()) {
            await("somebody to be in", () -> server.sessions() > 0);
            // And a line that says that the plugin is removed.
            servedBefore = server.served() + 1;

            server.expectNothingLeft(new Patience(patience()));

            if (isServed) {
                silent.expectEnd();
            }
        }
    }

    /// Does something in the middle of somebody else's conversation, which goes on after it.
    private void disturbsNobody(Runnable misbehaviour) {
        try (TestPeer bystander = TestPeer.connect(address(), output -> new HesitantStream(output, misbehaviour))) {
            play(samples.conversation(), bystander);
        }
        converse();
        awaitNobody();
    }

    private void converse() {
        try (TestPeer peer = connect()) {
            play(samples.conversation(), peer);
        }
    }

    private void awaitNobody() {
        await("the end of all sessions", () -> server.sessions() == 0);
    }

    private void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(MOMENT).atMost(patience()).until(condition);
    }

    private void withHostile(Script script) {
        try (TestPeer peer = connect()) {
            play(script, peer);
        } catch (UncheckedIOException e) {
            // The server has had enough of it before it was through.
        }
    }

    private TestPeer connect() {
        return TestPeer.connect(address());
    }

    private InetSocketAddress address() {
        return server.address(samples.listener());
    }

    private static void play(Script script, TestPeer peer) {
        try {
            script.play(peer);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("the script failed", e);
        }
    }
}
