package dev.patchbay.bbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BbsClientModeTest {

    private static final Protocol V1_0 = new Bbs10Protocol();
    private static final Protocol V1_1 = new Bbs11Protocol();
    private static final Protocol V1_2 = new BbsProtocol();

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(V1_2, V1_1, V1_0);

    @Test
    void aTypedLineIsPostedAndListed() throws Exception {
        try (ModeDriver repl = open(V1_2, "alice")) {
            repl.type("hello board");
            repl.type("list of things");
            repl.type("post watch");
            repl.type("list");

            assertThat(repl.console().lines()).containsExactly(
                    "posted", "posted", "posted", "127.0.0.1 hello board", "127.0.0.1 list of things", "127.0.0.1 watch", "3 posts");
            assertThat(posts(repl)).extracting(item -> item.fields().stream().map(Item.Field::name).toList())
                    .containsOnly(List.of("from", "text"));
        }
    }

    @Test
    void aProgramHearsNothingButWhatItAskedFor() throws Exception {
        FakeConsole console = new FakeConsole(false);
        try (ModeDriver repl = ModeDriver.open(V1_2, server.address("bbs"), "alice", console)) {
            repl.type("hello board");
            repl.type("list");
            repl.type("dm bob hi");
            repl.type("listdm");

            assertThat(console.lines()).containsExactly("127.0.0.1 hello board");
        }
    }

    @Test
    void eachVersionHasTheCommandsOfItsWire() throws Exception {
        try (ModeDriver v10 = open(V1_0, "alice");
                ModeDriver v11 = open(V1_1, "alice");
                ModeDriver v12 = open(V1_2, "alice")) {
            assertThat(v10.session().commands()).extracting(Command::name).containsExactly("post", "list", "watch");
            assertThat(v11.session().commands()).extracting(Command::name).containsExactly("post", "list", "dm", "watch");
            assertThat(v12.session().commands()).extracting(Command::name).containsExactly("post", "list", "dm", "listdm", "watch");

            assertThat(v10.session().status()).isEmpty();
            assertThat(v11.session().status()).isEqualTo("alice");
            assertThat(v12.session().status()).isEqualTo("alice");
        }
    }

    @Test
    void whatOneVersionTakesForACommandAnotherPosts() throws Exception {
        try (ModeDriver repl = open(V1_0, "alice")) {
            repl.type("dm");
            repl.type("listdm");
            repl.type("list");

            assertThat(repl.console().lines()).contains("127.0.0.1 dm", "127.0.0.1 listdm", "2 posts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "list", "dm", "listdm", "listdms"})
    void aWordThatTheServerWouldTakeForACommandIsNotPosted(String word) throws Exception {
        try (ModeDriver repl = open(V1_2, "alice")) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("post " + word)).withMessageContaining("'" + word + "'", "add a word");

            repl.type("list");
            assertThat(repl.console().lines()).containsExactly("no posts yet");
        }
    }

    @Test
    void aDirectMessageIsSentWithOrWithoutQuestions() throws Exception {
        try (ModeDriver alice = open(V1_1, "alice");
                ModeDriver bob = open(V1_2, "bob")) {
            alice.console().answer("bob", "one", "two");
            alice.type("dm");
            alice.type("dm bob");
            alice.type("dm bob three and four");
            alice.type("list");

            bob.type("listdm");
            bob.type("listdms");
            assertThat(alice.console().questions()).containsExactly("To", "Message", "Message");
            assertThat(bob.console().lines()).containsExactly(
                    "one", "two", "three and four", "3 direct messages", "one", "two", "three and four", "3 direct messages");
        }
    }

    @Test
    void aDirectMessageThatIsNotFinishedIsNotBegun() throws Exception {
        try (ModeDriver repl = open(V1_2, "alice")) {
            repl.console().answer("bob");
            assertThatThrownBy(() -> repl.type("dm")).isInstanceOf(CancellationException.class);
            repl.console().answer("bob", "");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("dm")).withMessageContaining("nothing was sent");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("dm bob " + "x".repeat(10_000))).withMessageContaining("9999");

            repl.type("list");
            assertThat(repl.console().lines()).containsExactly("no posts yet");
        }
    }

    @Test
    void aTextIsAsLongAsAMessageAndNotLonger() throws Exception {
        try (ModeDriver repl = open(V1_2, "alice")) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("€".repeat(3334))).withMessageContaining("10002");
            repl.type("€".repeat(3333));
            repl.type("list");

            assertThat(repl.console().lines()).hasSize(3).last().isEqualTo("1 post");
        }
    }

    @Test
    void completionKnowsTheUserAndThoseWrittenTo() throws Exception {
        try (ModeDriver repl = open(V1_2, "alice")) {
            Command dm = repl.session().commands().get(2);
            assertThat(dm.candidates("")).containsExactly("alice");

            repl.type("dm carol hi");
            repl.type("dm bob hi");

            assertThat(dm.candidates("")).containsExactly("alice", "bob", "carol");
            assertThat(dm.candidates("bob ")).isEmpty();
        }
    }

    @Test
    void theWatchShowsWhatIsNewUntilItIsStopped() throws Exception {
        try (ModeDriver alice = open(V1_2, "alice");
                ModeDriver bob = open(V1_0, "bob")) {
            alice.type("old");
            alice.type("watch");

            bob.type("new");
            alice.console().expect("127.0.0.1 new");
            bob.type("newer");
            alice.console().expect("127.0.0.1 newer");
            alice.type("watch");

            assertThat(posts(alice)).extracting(Item::toString).containsExactly("127.0.0.1 new", "127.0.0.1 newer");
            assertThat(alice.console().lines()).last().asString().contains("no longer watching");
        }
    }

    private ModeDriver open(Protocol protocol, String user) throws Exception {
        return ModeDriver.open(protocol, server.address(protocol.info().id()), user);
    }

    private static List<Item> posts(ModeDriver repl) {
        return repl.console().items().stream().filter(item -> item.type().equals("post")).toList();
    }
}
