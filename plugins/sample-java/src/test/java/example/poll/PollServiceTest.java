package example.poll;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.ServerSetup;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollServiceTest {

    private final ProtocolServer server = ProtocolServer.of(new PollProtocol())
            .option("question", "Tea or coffee?")
            .option("choices", "tea, coffee")
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoComesIsToldTheQuestionAndTheChoices() {
        try (TestPeer peer = server.connect()) {
            peer.expectFrame("Poll Server 1.0");
            peer.sendFrame("alice");
            peer.expectFrame("Tea or coffee?");
            peer.expectFrame("2");
            peer.expectFrame("tea");
            peer.expectFrame("coffee");
        }
    }

    @Test
    void aVoteCountsOnceForEachNameAndTheLastOneCounts() {
        try (TestPeer alice = enter("alice");
                TestPeer bob = enter("bob");
                TestPeer again = enter("alice")) {
            vote(alice, "tea");
            vote(bob, "tea");
            vote(again, "coffee");

            expectResults(bob, "1 tea", "1 coffee");
        }
    }

    @Test
    void whatIsNoRequestOrNoChoiceIsAnError() {
        try (TestPeer peer = enter("alice")) {
            for (String request : new String[] {"vote water", "vote", "result", ""}) {
                peer.sendFrame(request);
                peer.expectFrame("error: say 'results', or 'vote ' and one of: tea, coffee");
            }
            expectResults(peer, "0 tea", "0 coffee");
        }
    }

    @Test
    void aNameThatIsNoneEndsTheConnection() {
        for (String name : new String[] {"", " ", "a\nb", "x".repeat(41)}) {
            try (TestPeer peer = server.connect()) {
                peer.expectFrame("Poll Server 1.0");
                peer.sendFrame(name);
                peer.expectClosed();
            }
        }
    }

    @Test
    void aPollWithoutChoicesDoesNotStartAndTheOperatorIsToldWhy() {
        ServerSetup setup = ProtocolServer.of(new PollProtocol()).option("choices", "yes,,yes");

        assertThatThrownBy(setup::start)
                .hasMessageContaining("'choices' needs two or more with commas between them");
    }

    private TestPeer enter(String name) {
        TestPeer peer = server.connect();
        peer.expectFrame("Poll Server 1.0");
        peer.sendFrame(name);
        peer.expectFrame("Tea or coffee?");
        peer.expectFrame("2");
        peer.expectFrame("tea");
        peer.expectFrame("coffee");
        return peer;
    }

    private static void vote(TestPeer peer, String choice) {
        peer.sendFrame("vote " + choice);
        peer.expectFrame("ok");
    }

    private static void expectResults(TestPeer peer, String... results) {
        peer.sendFrame("results");
        for (String result : results) {
            peer.expectFrame(result);
        }
    }
}
