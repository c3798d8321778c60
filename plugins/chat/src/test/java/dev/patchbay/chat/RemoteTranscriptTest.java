package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against servers like the original ones, and stranger ones.
class RemoteTranscriptTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ReentrantLock oneClient = new ReentrantLock();

    @Test
    void aServerThatTakesOneMessageAndOneClientAtATimeHearsAllOfThem() throws Exception {
        try (ProtocolServer server = OtherServer.start(this::serveOne)) {
            try (ModeDriver alice = open(new ChatHistoryProtocol(), server)) {
                alice.type("one");
                try (ModeDriver bob = open(new ChatHistoryProtocol(), server)) {
                    bob.type("two");
                }
                alice.type("three");

                assertThat(alice.console().lines()).containsExactly("no messages yet", "sent", "two", "sent");
            }
            await().untilAsserted(() -> assertThat(heard).containsExactly("one", "two", "three"));
        }
    }

    @Test
    void whoHasNothingToSayLeavesWithAMessageThatIsNotKept() throws Exception {
        try (ProtocolServer server = OtherServer.start(this::serveOne)) {
            open(new ChatHistoryProtocol(), server).close();
            await().untilAsserted(() -> assertThat(heard).containsExactly("history"));
            open(new ChatPostsProtocol(), server).close();
            await().untilAsserted(() -> assertThat(heard).containsExactly("history", ""));
        }
    }

    @Test
    void readingAgainLeavesInGoodOrderBefore() throws Exception {
        try (ProtocolServer server = OtherServer.start(this::serveOne);
                ModeDriver repl = open(new ChatPostsProtocol(), server)) {
            repl.type("history");

            assertThat(repl.console().lines()).containsExactly("no posts yet", "", "1 post");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "", "-1", "1.5", "99999999"})
    void aServerThatBeginsWithoutACountIsNamed(String count) throws Exception {
        try (ProtocolServer server = OtherServer.start(peer -> {
            peer.frames().send(count);
            peer.frames().hasNext();
        })) {
            assertThatThrownBy(() -> open(new ChatHistoryProtocol(), server))
                    .hasMessage("the server said '" + count + "' where a count was expected")
                    .extracting(e -> ((ConnectionException) e).reason()).isEqualTo(Reason.VIOLATION);
        }
    }

    @Test
    void aServerThatHasGoneIsLost() throws Exception {
        ProtocolServer server = ProtocolServer.start(new ChatHistoryProtocol());
        try (ModeDriver repl = open(new ChatHistoryProtocol(), server)) {
            repl.type("one");
            server.close();

            assertThatThrownBy(() -> repl.type("two")).isInstanceOf(ConnectionException.class);
        }
    }

    private void serveOne(Connection peer) {
        oneClient.lock();
        try {
            peer.frames().send(Integer.toString(heard.size()));
            heard.forEach(peer.frames()::send);
            heard.add(peer.frames().receive());
        } finally {
            oneClient.unlock();
        }
    }

    private static ModeDriver open(Protocol protocol, ProtocolServer server) throws Exception {
        return ModeDriver.open(protocol, server.address(), "alice");
    }
}
