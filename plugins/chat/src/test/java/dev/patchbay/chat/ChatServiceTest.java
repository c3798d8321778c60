package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatServiceTest {

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new ChatProtocol());

    @Test
    void whatOneSaysComesToAllOthersWithTheNameAndNothingElseDoes() {
        try (TestPeer alice = enter("alice");
                TestPeer bob = enter("bob");
                TestPeer carol = enter("carol")) {
            Meeting.of(alice, bob, carol);

            alice.send("She turned me into a newt!\n");
            bob.expect("[alice] She turned me into a newt!\n");
            carol.expect("[alice] She turned me into a newt!\n");
            bob.send("A newt?\r\n");
            alice.expect("[bob] A newt?\r\n");
            carol.expect("[bob] A newt?\r\n");
            carol.send("żółw");
            alice.expect("[carol] żółw");
            bob.expect("[carol] żółw");
        }
    }

    @Test
    void aNameAndMessagesThatArriveTogetherAreToldApartByTheirLineEnds() {
        try (TestPeer alice = enter("alice");
                TestPeer bob = enter("bob")) {
            Meeting.of(alice, bob);

            TestPeer carol = server.connect();
            carol.send("carol\r\none\n\ntwo");
            alice.expect("[carol] one\n[carol] \n[carol] two");
            carol.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "  \r\n", "\nhello\n"})
    void whoGivesNoNameIsCalledByTheAddress(String introduction) {
        try (TestPeer alice = enter("alice");
                TestPeer bob = enter("bob");
                TestPeer nobody = server.connect()) {
            Meeting.of(alice, bob);

            nobody.send(introduction + "I am\n");
            assertThat(Meeting.line(alice)).startsWith("[127.0.0.1] ");
        }
    }

    @Test
    void aLongNameIsShortened() {
        try (TestPeer alice = enter("alice");
                TestPeer bob = enter("bob");
                TestPeer longish = server.connect()) {
            Meeting.of(alice, bob);

            longish.send("😀".repeat(300) + "\nhi\n");

            alice.expect("[" + "😀".repeat(255) + "] hi\n");
        }
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() {
        try (TestPeer alice = enter("alice");
                TestPeer bob = enter("bob")) {
            Meeting.of(alice, bob);

            alice.sendBytes((byte) 'a', (byte) 0xff, (byte) 'b', (byte) '\n');

            bob.expect("[alice] a\ufffdb\n");
        }
    }

    @Test
    void comingAndGoingIsNotToldUnlessTheOperatorWantsIt() {
        try (TestPeer alice = enter("alice");
                TestPeer bob = enter("bob")) {
            Meeting.of(alice, bob);

            TestPeer carol = enter("carol");
            carol.reset();
            await().until(() -> server.sessions() == 2);
            bob.send("who was that?\n");

            alice.expect("[bob] who was that?\n");
        }
    }

    @Test
    void announcementsEndAsTheNameDid() {
        try (ProtocolServer announcing = ProtocolServer.of(new ChatProtocol()).option("announce-members", true).start();
                TestPeer alice = enter("alice", announcing);
                TestPeer bob = enter("bob", announcing)) {
            Meeting.of(alice, bob);

            TestPeer carol = announcing.connect();
            carol.send("carol");
            alice.expect("* carol joined");
            carol.send("hello");
            alice.expect("[carol] hello");
            carol.close();
            alice.expect("* carol left");
            TestPeer dave = announcing.connect();
            dave.send("dave\n");
            alice.expect("* dave joined\n");
            dave.reset();
            alice.expect("* dave left\n");
        }
    }

    @Test
    void thoseWhoSayNothingAreNobody() {
        try (ProtocolServer announcing = ProtocolServer.of(new ChatProtocol()).option("announce-members", true).start();
                TestPeer alice = enter("alice", announcing);
                TestPeer bob = enter("bob", announcing)) {
            Meeting.of(alice, bob);

            TestPeer silent = announcing.connect();
            silent.closeOutput();
            silent.expectClosed();
            bob.send("still nobody\n");

            alice.expect("[bob] still nobody\n");
        }
    }

    @Test
    void throughTheLobbyTheBannerComesBeforeWhatOthersSay() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        TestPeer alice = enter("alice");
        Thread talking = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                alice.send("blah\n");
            }
            alice.close();
        });
        for (int i = 0; i < 50; i++) {
            try (TestPeer peer = server.connect("lobby")) {
                peer.expectFrame("Patchbay 1.0");
                peer.sendFrame("open chat");
                peer.expectFrame("Chat Server 1.0");
                peer.expect("[alice] ");
            }
        }
        over.set(true);
        talking.join();
    }

    private TestPeer enter(String name) {
        return enter(name, server);
    }

    private static TestPeer enter(String name, ProtocolServer server) {
        TestPeer peer = server.connect();
        peer.send(name + "\n");
        return peer;
    }
}
