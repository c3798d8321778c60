package example.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.client.Command;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollClientModeTest {

    private final PollProtocol protocol = new PollProtocol();
    private final ProtocolServer server = ProtocolServer.start(protocol);
    private ModeDriver repl;

    @BeforeEach
    void open() throws Exception {
        repl = ModeDriver.open(protocol, server.address(), "alice");
    }

    @AfterEach
    void close() throws Exception {
        repl.close();
        server.close();
    }

    @Test
    void theQuestionIsShownALineIsAVoteAndResultsCountsThem() throws Exception {
        repl.type("yes");
        repl.type("vote no");
        repl.type("results");

        assertThat(repl.console().lines()).containsExactly("Shall we go on? yes, no", "voted", "voted", "0 yes", "1 no");
    }

    @Test
    void aLineThatIsNoChoiceIsToldWithoutAskingTheServer() {
        assertThatThrownBy(() -> repl.type("perhaps")).isInstanceOf(IllegalArgumentException.class).hasMessage("'perhaps' is no choice: yes, no");
    }

    @Test
    void choicesAreProposedWhileOneTypes() {
        Command vote = repl.session().commands().getFirst();

        assertThat(vote.candidates("")).containsExactly("yes", "no");
    }
}
