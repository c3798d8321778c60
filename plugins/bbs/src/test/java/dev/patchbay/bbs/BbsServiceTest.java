package dev.patchbay.bbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BbsServiceTest {

    private static final String IP = "127.0.0.1 ";

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new BbsProtocol(), new Bbs11Protocol(), new Bbs10Protocol());

    @Test
    void theWireOf10IsExactlyThis() {
        try (TestPeer peer = server.connect("bbs-1.0")) {
            peer.expect("0007Welcome");

            peer.send("0004list");
            peer.expect("00010");
            peer.send("0005hello" + "0002dm" + "0006listdm" + "0000" + "0004list");
            peer.expect("00014" + "0015127.0.0.1 hello" + "0012127.0.0.1 dm" + "0016127.0.0.1 listdm" + "0010127.0.0.1 ");

            peer.send("0004quit");
            peer.expectClosed();
        }
    }

    @Test
    void theWireOf11IsExactlyThis() {
        try (TestPeer peer = server.connect("bbs-1.1")) {
            peer.expect("0025BBS Server 1.1 (jeckroth)");

            peer.send("0005alice" + "0002dm" + "0003bob" + "0004quit" + "0006listdm" + "0004list");
            peer.expect("00011" + "0016127.0.0.1 listdm");

            peer.send("0004quit");
            peer.expectClosed();
        }
    }

    @Test
    void theWireOf12IsExactlyThis() {
        try (TestPeer peer = server.connect("bbs")) {
            peer.expect("0014BBS Server 1.2");

            peer.send("0005alice" + "0006listdm");
            peer.expect("00010");
            peer.send("0002dm" + "0005alice" + "0004quit" + "0006listdm" + "0007listdms" + "0004list");
            peer.expect("00011" + "0004quit" + "00011" + "0004quit" + "00010");

            peer.send("0004quit");
            peer.expectClosed();
        }
    }

    @Test
    void allVersionsShareOneBoardAndTheMailboxes() {
        try (TestPeer v10 = hello("bbs-1.0");
                TestPeer v11 = hello("bbs-1.1", "carol");
                TestPeer v12 = hello("bbs", "bob")) {
            post(v10, "from 1.0");
            assertThat(ask(v10, "list")).hasSize(1);
            v11.send("0002dm" + "0003bob" + "0002hi");
            post(v11, "from 1.1");
            assertThat(ask(v11, "list")).hasSize(2);
            post(v12, "from 1.2");

            List<String> board = List.of(IP + "from 1.0", IP + "from 1.1", IP + "from 1.2");
            assertThat(ask(v12, "list")).isEqualTo(board);
            assertThat(ask(v11, "list")).isEqualTo(board);
            assertThat(ask(v10, "list")).isEqualTo(board);
            assertThat(ask(v12, "listdm")).containsExactly("hi");
        }
    }

    @Test
    void directMessagesAreForTheirRecipientAloneAndStay() {
        try (TestPeer alice = hello("bbs", "alice");
                TestPeer bob = hello("bbs", "bob");
                TestPeer otherBob = hello("bbs", "Bob")) {
            alice.send("0002dm" + "0003bob" + "0003one" + "0002dm" + "0003bob" + "0003two");

            // An answer to alice shows that what she sent before it has been taken.
            assertThat(ask(alice, "listdm")).isEmpty();
            assertThat(ask(bob, "listdm")).containsExactly("one", "two");
            assertThat(ask(bob, "listdms")).containsExactly("one", "two");
            assertThat(ask(otherBob, "listdm")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'',1", "x,9999", "é,4999"})
    void aUserNameMayBeAnythingThatFitsIntoAMessage(String part, int count) {
        String user = part.repeat(count);
        try (TestPeer sender = hello("bbs-1.1", "alice");
                TestPeer reader = hello("bbs", user)) {
            sender.sendFrame("dm");
            sender.sendFrame(user);
            sender.sendFrame("hi");
            assertThat(ask(sender, "list")).isEmpty();

            assertThat(ask(reader, "listdm")).containsExactly("hi");
        }
    }

    @Test
    void aMessageOf9999BytesIsTakenAndItsEntryIsCutAtACharacterWhenItIsSent() {
        try (TestPeer peer = hello("bbs-1.0")) {
            post(peer, "x".repeat(9999));
            post(peer, "é".repeat(4999));

            assertThat(ask(peer, "list")).containsExactly(IP + "x".repeat(9989), IP + "é".repeat(4994));
        }
    }

    @Test
    void aMessageThatIsNotUtf8StoresNothingAndCloses() {
        try (TestPeer bad = hello("bbs-1.0");
                TestPeer good = hello("bbs-1.0")) {
            bad.sendBytes((byte) '0', (byte) '0', (byte) '0', (byte) '2', (byte) 'a', (byte) 0xff);
            bad.expectClosed();

            assertThat(ask(good, "list")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "+005hello", "5   hello"})
    void aHeaderThatIsNotFourDigitsStoresNothingAndCloses(String bytes) {
        try (TestPeer bad = hello("bbs-1.0");
                TestPeer good = hello("bbs-1.0")) {
            bad.send(bytes);
            bad.expectClosed();

            assertThat(ask(good, "list")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0005", "0005alice", "0005alice0005hel", "0005alice00", "0005alice0002dm", "0005alice0002dm0003bob"})
    void whoLeavesAnywhereStoresNothingAndDisturbsNobody(String bytes) {
        try (TestPeer good = hello("bbs", "bob")) {
            TestPeer leaving = server.connect("bbs");
            leaving.expectFrame("BBS Server 1.2");
            leaving.send(bytes);
            leaving.closeOutput();
            leaving.expectClosed();
            TestPeer breaking = server.connect("bbs");
            breaking.send(bytes);
            breaking.reset();
            await().until(() -> server.sessions() == 1);

            assertThat(ask(good, "list")).isEmpty();
            assertThat(ask(good, "listdm")).isEmpty();
        }
    }

    @Test
    void whateverOthersPostMeanwhileACountIsFollowedByThatManyEntriesInOneOrder() throws Exception {
        int writers = 4;
        int posts = 100;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TestPeer reader = hello("bbs-1.0")) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int writer = i;
                running.add(threads.submit(() -> postMany(writer, posts)));
            }

            List<String> before = List.of();
            while (before.size() < writers * posts) {
                List<String> now = ask(reader, "list");
                assertThat(now).hasSizeGreaterThanOrEqualTo(before.size());
                assertThat(now.subList(0, before.size())).isEqualTo(before);
                before = now;
            }

            for (Future<?> writer : running) {
                writer.get();
            }
            for (int i = 0; i < writers; i++) {
                String start = IP + i + ":";
                assertThat(before.stream().filter(entry -> entry.startsWith(start))).hasSize(posts).isSorted();
            }
        }
    }

    private void postMany(int writer, int posts) {
        try (TestPeer peer = hello("bbs-1.0")) {
            for (int i = 0; i < posts; i++) {
                post(peer, writer + ":" + (1000 + i));
            }
            peer.sendFrame("quit");
            peer.expectClosed();
        }
    }

    private TestPeer hello(String protocol, String... user) {
        TestPeer peer = server.connect(protocol);
        peer.receiveFrame();
        for (String name : user) {
            peer.sendFrame(name);
        }
        return peer;
    }

    private static void post(TestPeer peer, String text) {
        peer.sendFrame(text);
    }

    static List<String> ask(TestPeer peer, String request) {
        peer.sendFrame(request);
        int count = Integer.parseInt(peer.receiveFrame());
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(peer.receiveFrame());
        }
        return entries;
    }
}
