package dev.patchbay.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.FakeTransport;
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
    void whatArrivesIsShownUntilTheServerLeaves() throws Exception {
        FakeClientContext context = new FakeClientContext(new Connection(FakeTransport.receiving("hello\nthere\n", "5 €")));
        ClientMode.rawLines().open(context);

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(context::runBackgroundTask)
                .extracting(ConnectionException::reason).isEqualTo(Reason.CLOSED_BY_PEER);

        assertThat(context.printed()).containsExactly("hello", "there", "5 €");
    }
}
