package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.ClientMode;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtocolServerTest {

    @Test
    void servesAProtocolOnTheRealTransport() {
        try (ProtocolServer server = ProtocolServer.start(new EchoProtocol());
                TestPeer peer = server.connect()) {
            peer.expectFrame("Echo Server 1.0");

            peer.sendFrame("hello");

            peer.expectFrame("hello");
        }
    }

    @Test
    void givesTheProtocolItsOptions() {
        try (ProtocolServer server = ProtocolServer.of(new EchoProtocol()).option("mark", "> ").start();
                TestPeer peer = server.connect()) {
            peer.expectFrame("Echo Server 1.0");

            peer.sendFrame("hello");

            peer.expectFrame("> hello");
        }
    }

    /// Answers a line with what it has been given.
    private record Oracle() implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("oracle", "1.0").silent();
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> {
                while (peer.lines().hasNext()) {
                    context.journal("questions").append(peer.lines().receive());
                    peer.lines().send(context.clock().instant() + " " + context.random().nextInt(100));
                }
            });
        }

        @Override
        public ClientMode clientMode() {
            return context -> line -> context.console().print(context.clock().instant() + " " + context.random().nextInt(100));
        }
    }

    @Test
    void givesServicesAndModesTheTimeAndTheRandomnessOfTheTest() throws Exception {
        HandClock clock = new HandClock();
        Random expected = new Random(7);
        try (ProtocolServer server = ProtocolServer.of(new Oracle()).clock(clock).random(new Random(7)).start();
                TestPeer peer = server.connect();
                ModeDriver repl = server.repl("alice")) {
            peer.sendLine("when?").expectLine("2026-01-01T00:00:00Z " + expected.nextInt(100));
            clock.advance(Duration.ofHours(1));
            peer.sendLine("and now?").expectLine("2026-01-01T01:00:00Z " + expected.nextInt(100));
            repl.type("now");

            assertThat(repl.console().lines()).containsExactly("2026-01-01T01:00:00Z " + expected.nextInt(100));
        }
    }

    @Test
    void showsWhatIsInAJournal() {
        try (ProtocolServer server = ProtocolServer.start(new Oracle())) {
            assertThat(server.journal("questions")).isEmpty();

            server.connect().sendLine("who?").receiveLine();

            assertThat(server.journal("questions")).containsExactly("who?");
        }
    }

    @Test
    void refusesAValueThatNoConfigurationHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtocolServer.of(new EchoProtocol()).option("mark", 'x').start())
                .withMessage("a value is a String, a Path, a Duration, a Boolean or a whole number, not the Character x");
    }

    @Test
    void opensTheProtocolThroughTheLobbyWithItsBanner() {
        try (ProtocolServer server = ProtocolServer.start(new EchoProtocol());
                TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");

            peer.send(TestPeer.frame("open echo") + TestPeer.frame("pipelined"));

            peer.expectFrame("Echo Server 1.0");
            peer.expectFrame("pipelined");
        }
    }

    @Test
    void drivesAClientModeAsTheReplDoes() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(new EchoProtocol());
                ModeDriver repl = ModeDriver.open(new EchoProtocol(), server.address(), "alice")) {
            repl.type("hello");

            repl.console().expect("hello");
        }
    }

    @Test
    void letsAModeConnectAnewForEachMessage() throws Exception {
        TestMode echoOnce = new TestMode(context -> line -> {
            context.connection().frames().send(line);
            context.console().print(context.connection().frames().receive());
            context.reconnect();
        });
        try (ProtocolServer server = ProtocolServer.start(new EchoProtocol());
                ModeDriver repl = ModeDriver.open(echoOnce, server.address(), "alice")) {
            repl.type("one");
            repl.type("two");

            assertThat(repl.console().lines()).containsExactly("one", "two");
        }
    }

    @Test
    void letsAModeHangUpWhileNothingIsToBeSaid() throws Exception {
        TestMode caller = new TestMode(context -> line -> {
            if (line.equals("hang up")) {
                context.connection().frames().send("last words");
                context.hangUp();
                return;
            }
            context.reconnect().frames().send(line);
            context.console().print(context.connection().frames().receive());
        });
        try (ProtocolServer server = ProtocolServer.start(new EchoProtocol());
                ModeDriver repl = ModeDriver.open(caller, server.address(), "alice")) {
            repl.type("hang up");
            repl.expectEnded();
            await().until(() -> server.sessions() == 0);
            repl.type("hello again");

            assertThat(repl.console().lines()).containsExactly("hello again");
        }
    }

    private record TestMode(ClientMode clientMode) implements Protocol {

        @Override
        public ProtocolInfo info() {
            return new EchoProtocol().info();
        }

        @Override
        public Service open(ServiceContext context) {
            throw new UnsupportedOperationException("a REPL opens no services");
        }
    }

    @Test
    void endsItsConnectionsWhenItCloses() {
        ProtocolServer server = ProtocolServer.start(new EchoProtocol());
        try (TestPeer peer = TestPeer.connect(server.address())) {
            peer.expectFrame("Echo Server 1.0");
            assertThat(server.sessions()).isEqualTo(1);

            server.close();

            peer.expectClosed();
        }
    }
}
