package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.util.Map;
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
        try (ProtocolServer server = ProtocolServer.start(new EchoProtocol(), Map.of("mark", "\"> \""));
                TestPeer peer = server.connect()) {
            peer.expectFrame("Echo Server 1.0");

            peer.sendFrame("hello");

            peer.expectFrame("> hello");
        }
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
    void namesWhatItExpectedAndWhatCame() {
        try (ProtocolServer server = ProtocolServer.start(new EchoProtocol());
                TestPeer peer = server.connect()) {
            assertThatThrownBy(() -> peer.expectFrame("another banner"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("expected 'another banner', got 'Echo Server 1.0'");
        }
    }

    @Test
    void endsItsConnectionsWhenItCloses() {
        ProtocolServer server = ProtocolServer.start(new EchoProtocol());
        try (TestPeer peer = server.connect()) {
            peer.expectFrame("Echo Server 1.0");
            assertThat(server.sessions()).isEqualTo(1);

            server.close();

            peer.expectClosed();
        }
    }
}
