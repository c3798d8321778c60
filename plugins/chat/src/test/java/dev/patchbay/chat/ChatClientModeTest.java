package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ChatClientModeTest {

    private static final ChatProtocol CHAT = new ChatProtocol();

    private record Read(String text, long nanos) {}

    @Test
    void twoPeopleHearEachOther() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(CHAT);
                ModeDriver alice = server.repl("alice");
                ModeDriver bob = server.repl("bob")) {
            talkUntilHeard(alice, bob);
            talkUntilHeard(bob, alice);

            alice.type("[really] who are you");
            bob.console().expect("[alice] [really] who are you");
            bob.type("say who");
            alice.console().expect("[bob] who");

            assertThat(alice.session().status()).isEqualTo("alice");
            assertThat(alice.console().lines()).noneMatch(line -> line.contains("really"));
        }
    }

    @Test
    void theNameGoesAloneAndTheFirstLineAMomentLater() throws Exception {
        List<Read> reads = new CopyOnWriteArrayList<>();
        try (ProtocolServer server = OtherServer.start(peer -> {
            while (peer.chunks().hasNext()) {
                reads.add(new Read(peer.chunks().receive(), System.nanoTime()));
            }
        });
                ModeDriver repl = ModeDriver.open(CHAT, server.address(), "alice")) {
            await().until(() -> reads.size() == 1);
            repl.type("hello");
            await().until(() -> reads.size() == 2);

            assertThat(reads).extracting(Read::text).containsExactly("alice", "hello\n");
        }
    }

    @Test
    void evenWhenItIsTypedAtOnce() throws Exception {
        List<Read> reads = new CopyOnWriteArrayList<>();
        try (ProtocolServer server = OtherServer.start(peer -> {
            while (peer.chunks().hasNext()) {
                reads.add(new Read(peer.chunks().receive(), System.nanoTime()));
            }
        });
                ModeDriver repl = ModeDriver.open(CHAT, server.address(), "alice")) {
            long opened = System.nanoTime();
            repl.type("hello");

            assertThat(Duration.ofNanos(System.nanoTime() - opened)).isGreaterThan(Duration.ofMillis(80));
            await().until(() -> String.join("", reads.stream().map(Read::text).toList()).equals("alicehello\n"));
        }
    }

    @Test
    void whatOtherServersSayIsShownLineByLineAndNamesAreNamed() throws Exception {
        try (ProtocolServer server = OtherServer.start(peer -> {
            peer.chunks().send("Welcome!\r\n\n[bob] one\n[carol] two\u001b[2J");
            peer.chunks().receive();
            peer.chunks().hasNext();
        });
                ModeDriver repl = ModeDriver.open(CHAT, server.address(), "alice")) {
            repl.console().expect("two");

            assertThat(repl.console().lines()).containsExactly("Welcome!", "[bob] one", "[carol] two\u001b[2J");
            assertThat(repl.console().items().get(1).fields()).containsExactly(
                    new Item.Field("from", "bob", Style.NAME, "[", "]"), new Item.Field("text", "one", Style.PLAIN, "", ""));
        }
    }

    @Test
    void whoListsThoseWhoWereHeardOf() throws Exception {
        try (ProtocolServer server = ProtocolServer.of(CHAT).option("announce-members", true).start();
                ModeDriver alice = server.repl("alice")) {
            alice.type("who");
            alice.console().expect("nobody else has been heard of yet");

            ModeDriver bob = server.repl("bob");
            alice.console().expect("* bob joined");
            alice.type("who");
            assertThat(alice.console().lines()).last().isEqualTo("bob");
            assertThat(alice.console().items()).last().extracting(Item::type).isEqualTo("member");

            bob.close();
            alice.console().expect("* bob left");
            alice.type("who");
            assertThat(alice.console().lines()).last().isEqualTo("nobody else has been heard of yet");
        }
    }

    @Test
    void aChatNeedsAName() {
        try (ProtocolServer server = ProtocolServer.start(CHAT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ModeDriver.open(CHAT, server.address(), " "))
                    .withMessageContaining("chat://NAME@HOST:PORT");
        }
    }

    private static void talkUntilHeard(ModeDriver speaker, ModeDriver listener) {
        await().until(() -> {
            speaker.type("knock");
            return listener.console().lines().contains("[" + speaker.session().status() + "] knock");
        });
    }
}
