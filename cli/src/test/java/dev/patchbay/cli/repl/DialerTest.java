package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.cli.shell.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is found at the end of a route, and what is told when it is nothing of ours.
class DialerTest {

    private final Catalog catalog = new Catalog(() -> List.of(EchoProtocol.ANNOUNCED, EchoProtocol.SILENT));
    private final Dialer dialer = new Dialer(catalog, new TestShell());

    @AfterEach
    void hangUp() {
        dialer.close();
    }

    @Test
    void aBannerThatArrivesByteByByteIsRecognised() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            for (char c : Peer.frame("Echo Server 1.0").toCharArray()) {
                peer.send(String.valueOf(c));
            }
            peer.receiveFrame();
        })) {
            assertThat(dialer.dial(to(server)))
                    .isInstanceOfSatisfying(Reached.Server.class, found -> assertThat(found.name()).isEqualTo("echo"));
        }
    }

    @Test
    void whatFollowsTheBannerIsLeftForTheSession() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.send("0015Echo Server 1.00005hello");
            peer.receiveFrame();
        })) {
            assertThat(dialer.dial(to(server))).isInstanceOfSatisfying(
                    Reached.Server.class, found -> assertThat(found.wire().connection().frames().receive()).isEqualTo("hello"));
        }
    }

    @Test
    void aWrongBannerIsShownEscapedWithWhatIsKnownAndTheServerIsToldGoodbye() throws Exception {
        try (ScriptedServer server = ScriptedServer.announcing("Other \u001b[2J Server")) {
            CommandFailure failure = failure(() -> dialer.dial(to(server)));

            assertThat(failure.code()).isEqualTo(ExitCode.WRONG_PROTOCOL);
            assertThat(failure)
                    .hasMessageContaining("Wrong protocol!").hasMessageContaining("Other").hasMessageContaining("no plugin here knows");
            assertThat(failure.problem().hints()).contains("known: echo, mute", "to send and see plain text: raw " + server.address());
            await().until(() -> server.heard().contains("quit"));
            assertThat(server.heard()).as("no exception there").containsExactly("quit");
        }
    }

    @Test
    void whatIsNoFrameIsShownShortened() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.send("SSH-2.0-" + "x".repeat(500));
            peer.receive(1);
        })) {
            assertThat(failure(() -> dialer.dial(to(server)))).hasMessageContaining("'SSH-2.0-" + "x".repeat(52) + "...'");
        }
    }

    @Test
    void aSilentServerIsToldApartAndHowToNameItIsSaid() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> peer.receive(4))) {
            CommandFailure failure = failure(() -> dialer.dial(to(server)));

            assertThat(failure.code()).isEqualTo(ExitCode.WRONG_PROTOCOL);
            assertThat(failure).hasMessageContaining("says nothing");
            assertThat(failure.problem().hints()).contains("name it: open ID://" + server.address() + ", where ID is mute");
        }
    }

    @Test
    void aServerThatStopsInTheMiddleOfABannerIsUnknown() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.send("0015Echo");
            peer.receive(1);
        })) {
            assertThat(failure(() -> dialer.dial(to(server)))).hasMessageContaining("begins with 'Echo'");
        }
    }

    @Test
    void aServerThatClosesBeforeAWordIsSaidSo() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Peer::close)) {
            assertThat(failure(() -> dialer.dial(to(server)))).hasMessageContaining("closed the connection before it said what it speaks");
        }
    }

    @Test
    void nobodyThereIsACannotConnect() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), free);

        CommandFailure failure = failure(() -> dialer.dial(new Route.Direct(nobody, "nobody:1", Optional.empty(), Optional.empty())));

        assertThat(failure.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(failure).hasMessage("cannot connect to nobody:1: connection refused");
    }

    @Test
    void aNamedProtocolIsCheckedAgainstTheBanner() throws Exception {
        try (ScriptedServer server = ScriptedServer.announcing("Echo Server 2.0")) {
            assertThat(failure(() -> dialer.dial(named("echo", server))))
                    .hasMessageContaining("begins with 'Echo Server 2.0', and echo with 'Echo Server 1.0'");
        }
    }

    @Test
    void aSilentProtocolThatIsNamedIsOpenedAtOnce() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.sendFrame("says: " + peer.receiveFrame());
            peer.receiveFrame();
        })) {
            assertThat(dialer.dial(named("mute", server))).isInstanceOfSatisfying(Reached.Server.class, found -> {
                found.wire().connection().frames().send("hello");
                assertThat(found.wire().connection().frames().receive()).isEqualTo("says: hello");
            });
        }
    }

    @Test
    void aSilentProtocolThatIsNamedIsNotTakenForOneThatAnnouncesItself() throws Exception {
        try (ScriptedServer server = ScriptedServer.announcing("Echo Server 1.0")) {
            assertThat(failure(() -> dialer.dial(named("mute", server)))).hasMessageContaining("Wrong protocol!");
        }
    }

    @Test
    void aSilentProtocolWhoseListenerAnnouncesItIsRecognisedAndItsBannerConsumed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.send("0015Mute Server 1.00002hi");
            peer.receiveFrame();
        })) {
            assertThat(dialer.dial(named("mute", server))).isInstanceOfSatisfying(
                    Reached.Server.class, found -> assertThat(found.wire().connection().frames().receive()).isEqualTo("hi"));
        }
    }

    @Test
    void aProtocolThatNoPluginSpeaksIsNamed() throws Exception {
        try (ScriptedServer server = ScriptedServer.announcing("x")) {
            assertThat(failure(() -> dialer.dial(named("chess", server)))).hasMessageContaining("no plugin here speaks 'chess'");
        }
    }

    @Test
    void whatIsNoLobbyIsNotTakenForOne() throws Exception {
        try (ScriptedServer server = ScriptedServer.announcing("Echo Server 1.0")) {
            assertThat(failure(() -> dialer.dial(named("lobby", server)))).hasMessageContaining("and a lobby with 'Patchbay 1.0'");
        }
    }

    @Test
    void aLobbyThatCountsOddlyIsToldSo() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.sendFrame("Patchbay 1.0");
            peer.receiveFrame();
            peer.sendFrame("many");
            peer.receiveFrame();
        })) {
            assertThat(failure(() -> dialer.dial(to(server))))
                    .hasMessageContaining("does not behave like a lobby: 'many' where the number");
        }
    }

    private static Route to(ScriptedServer server) {
        return new Route.Direct(server.socketAddress(), server.address(), Optional.empty(), Optional.empty());
    }

    private static Route named(String id, ScriptedServer server) {
        return new Route.Direct(server.socketAddress(), server.address(), Optional.of(id), Optional.empty());
    }

    private static CommandFailure failure(ThrowingCallable call) throws IOException {
        CommandFailure[] failure = new CommandFailure[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(CommandFailure.class, thrown -> failure[0] = thrown);
        return failure[0];
    }
}
