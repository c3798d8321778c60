package dev.patchbay.api.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.FakeTransport;
import dev.patchbay.api.wire.Message;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    @Test
    void knownMessagesAreSentInTurnAndLeaveTogether() throws Exception {
        FakeTransport transport = FakeTransport.receiving("123112");
        Exchange exchange = Exchange.of(new Connection(transport), messages("one", "two", "three"), messages("1", "2", "31"));

        for (int i = 0; i < 5; i++) {
            exchange.send();
        }
        for (int i = 0; i < 5; i++) {
            exchange.receive();
        }

        assertThat(transport.writes()).containsExactly("onetwothreeonetwo");
    }

    @Test
    void theReplyToAnotherRequestIsFoundOut() throws Exception {
        Exchange exchange = Exchange.of(new Connection(FakeTransport.receiving("21")), messages("one", "two"), messages("1", "2"));

        exchange.send();
        exchange.send();

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(exchange::receive).withMessage("'21' came where '1' was expected");
    }

    @Test
    void eachRequestHasAReply() {
        Connection connection = new Connection(FakeTransport.receiving());

        assertThatIllegalArgumentException().isThrownBy(() -> Exchange.of(connection, messages("one", "two"), messages("1")))
                .withMessage("2 requests cannot have 1 replies");
        assertThatIllegalArgumentException().isThrownBy(() -> Exchange.of(connection, List.of(), List.of()));
    }

    private static List<Message> messages(String... texts) {
        return Arrays.stream(texts).map(Message::text).toList();
    }
}
