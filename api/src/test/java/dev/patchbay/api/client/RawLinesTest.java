package dev.patchbay.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.FakeTransport;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawLinesTest {

    @Test
    void whatIsTypedLeavesAtOnceAsALine() throws Exception {
        FakeTransport transport = FakeTransport.receiving();
        ClientSession session = ClientMode.rawLines().open(new FakeClientContext(new Connection(transport)));

        session.typed("hello");
        session.typed("5 €");

        assertThat(transport.writes()).containsExactly("hello\n", "5 €\n");
    }

    @Test
    void whatCannotLeaveIsALostConnection() throws Exception {
        FakeTransport transport = FakeTransport.receiving();
        ClientSession session = ClientMode.rawLines().open(new FakeClientContext(new Connection(transport)));
        transport.closeNow("over");

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> session.typed("hello"));
    }

    @Test
    void whatArrivesIsShownLineByLineUntilTheServerLeaves() throws Exception {
        assertThat(shown("hello\nthere\r\n", "\n", "5 €")).containsExactly("hello", "there", "", "5 €");
    }

    @Test
    void howALineIsCutOnItsWayDoesNotShow() throws Exception {
        assertThat(shown("hel", "lo\r", "\nthe", "re\nbye")).containsExactly("hello", "there", "bye");
    }

    @Test
    void aLineThatIsTooLongComesInPieces() throws Exception {
        String half = "x".repeat(5000);

        assertThat(shown(half, half, half)).containsExactly(half + half, half);
    }

    private static List<String> shown(String... packets) throws Exception {
        FakeClientContext context = new FakeClientContext(new Connection(FakeTransport.receiving(packets)));
        ClientSession _ = ClientMode.rawLines().open(context);
        context.runBackgroundTasks();
        return context.printed();
    }
}
