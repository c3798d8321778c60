package dev.patchbay.bbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.gateway.Client;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against servers that are not as they should be.
class RemoteBoardTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void leavingSaysQuitAfterEverythingElse() throws Exception {
        try (ProtocolServer server = server(peer -> {
            while (peer.frames().hasNext()) {
                heard.add(peer.frames().receive());
            }
        })) {
            ModeDriver repl = open(server);
            repl.type("hello");
            repl.close();

            await().untilAsserted(() -> assertThat(heard).containsExactly("alice", "hello", "quit"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "", "-1", "1.5", "99999999", "BBS Server 1.2"})
    void anAnswerThatIsNoCountIsNamed(String count) throws Exception {
        try (ProtocolServer server = server(peer -> {
            peer.frames().send(count);
            peer.frames().receive();
            peer.frames().receive();
            peer.frames().receive();
        });
                ModeDriver repl = open(server)) {
            assertThatThrownBy(() -> repl.type("list"))
                    .hasMessage("the server answered '" + count + "' to list where a count was expected")
                    .extracting(e -> ((ConnectionException) e).reason()).isEqualTo(Reason.VIOLATION);
        }
    }

    @Test
    void whatCameBeforeAServerClosedInTheMiddleOfAListIsShown() throws Exception {
        try (ProtocolServer server = server(peer -> {
            peer.frames().receive();
            peer.frames().receive();
            peer.frames().send("3");
            peer.frames().send("127.0.0.1 one");
        });
                ModeDriver repl = open(server)) {
            assertThatThrownBy(() -> repl.type("list"))
                    .extracting(e -> ((ConnectionException) e).reason()).isEqualTo(Reason.CLOSED_BY_PEER);
            assertThat(repl.console().lines()).containsExactly("127.0.0.1 one");
        }
    }

    @Test
    void anEntryWithoutAnAddressIsShownAsItIs() throws Exception {
        try (ProtocolServer server = server(peer -> {
            peer.frames().receive();
            peer.frames().receive();
            peer.frames().send("2");
            peer.frames().send("[entry 7: damaged]");
            peer.frames().send("");
            peer.frames().receive();
        });
                ModeDriver repl = open(server)) {
            repl.type("list");

            assertThat(repl.console().lines()).containsExactly("[entry 7: damaged]", "", "2 posts");
        }
    }

    @Test
    void afterAnInterruptedListTheRestOfItsAnswerIsNotTakenForAnother() throws Exception {
        CompletableFuture<@Nullable Void> goOn = new CompletableFuture<>();
        try (ProtocolServer server = server(peer -> {
            heard.add(peer.frames().receive());
            heard.add(peer.frames().receive());
            goOn.get(10, TimeUnit.SECONDS);
            peer.frames().send("0");
            peer.frames().receive();
        });
                ModeDriver repl = open(server)) {
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread typing = Thread.ofVirtual().start(() -> {
                try {
                    repl.type("list");
                    outcome.completeExceptionally(new AssertionError("the list was not interrupted"));
                } catch (Exception e) {
                    outcome.complete(e);
                }
            });
            await().until(() -> heard.contains("list"));
            typing.interrupt();
            assertThat(outcome.get(10, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED));
            goOn.complete(null);

            assertThatThrownBy(() -> repl.type("list")).hasMessageContaining("left half read");
        }
    }

    @Test
    void whatWasListedIsNoNewsAgain() throws Exception {
        List<String> listed = new ArrayList<>();
        List<List<String>> answers = List.of(List.of("a"), List.of("a", "b"), List.of("a", "b", "c"), List.of("b", "c"));
        try (ProtocolServer server = server(peer -> {
            for (List<String> answer : answers) {
                peer.frames().receive();
                peer.frames().send(Integer.toString(answer.size()));
                answer.forEach(peer.frames()::send);
            }
        });
                Connection connection = Client.connect(server.address(), Duration.ofSeconds(10), _ -> {})) {
            connection.frames().receive();
            RemoteBoard board = new RemoteBoard(connection);

            assertThat(board.news()).containsExactly("a");
            assertThat(board.list(listed::add)).isEqualTo(2);
            assertThat(listed).containsExactly("a", "b");
            assertThat(board.news()).containsExactly("c");
            assertThat(board.news()).isEmpty();
        }
    }

    @Test
    void newsOfABoardThatIsLargerThanWhatIsRememberedAreItsLastEntries() throws Exception {
        int size = RemoteBoard.REMEMBERED + 50;
        try (ProtocolServer server = server(peer -> {
            for (int more = 0; more <= 3; more += 3) {
                peer.frames().receive();
                peer.frames().send(Integer.toString(size + more));
                IntStream.range(0, size + more).mapToObj(Integer::toString).forEach(peer.frames()::send);
            }
        });
                Connection connection = Client.connect(server.address(), Duration.ofSeconds(10), _ -> {})) {
            connection.frames().receive();
            RemoteBoard board = new RemoteBoard(connection);

            assertThat(board.list(_ -> {})).isEqualTo(size);
            assertThat(board.news()).containsExactly("1050", "1051", "1052");
        }
    }

    private static ModeDriver open(ProtocolServer server) throws Exception {
        return ModeDriver.open(new BbsProtocol(), server.address(), "alice");
    }

    private static ProtocolServer server(StreamService service) {
        return ProtocolServer.start(new Protocol() {
            @Override
            public ProtocolInfo info() {
                return ProtocolInfo.of("odd-bbs", "1.2").banner("BBS Server 1.2");
            }

            @Override
            public Service open(ServiceContext context) {
                return service;
            }
        });
    }
}
