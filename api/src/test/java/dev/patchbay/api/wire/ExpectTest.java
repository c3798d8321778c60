package dev.patchbay.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectTest {

    @ParameterizedTest
    @MethodSource
    void whatIsExpectedIsConsumedHoweverItArrives(Arrivals arrivals) {
        Connection connection = arrivals.connection();

        connection.expect(Message.frame("héllo"));
        connection.expect(Message.text(""));
        connection.expect(Message.of(new byte[] {'A', 'B'}));

        assertThat(connection.lines().receive()).isEqualTo("rest");
    }

    static Stream<Arrivals> whatIsExpectedIsConsumedHoweverItArrives() {
        return Arrivals.of("0006hélloABrest\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"0004hello, '0004hello' came", "x, 'x' came", "00, closed by the peer after 2 of 9 bytes", "\"\", closed by the peer"})
    void whatIsNotExpectedIsAnErrorAsSoonAsItIsSeen(String received, String told) {
        FakeTransport transport = received.isEmpty() ? FakeTransport.receiving() : FakeTransport.receiving(received);

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> new Connection(transport).expect(Message.frame("hello")))
                .withMessageContaining(told);
    }

    @Test
    void anErrorShowsOnlyTheBeginningOfWhatIsLong() {
        FakeTransport transport = FakeTransport.receiving("y".repeat(1000));

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> new Connection(transport).expect(Message.text("x".repeat(1000))))
                .withMessage("'" + "y".repeat(40) + "...' came where '" + "x".repeat(40) + "...' was expected")
                .extracting(ConnectionException::reason).isEqualTo(Reason.VIOLATION);
    }

    @Test
    void theTimeForTheRestOfAMessageCountsOnceItHasBegun() {
        FakeTransport transport = FakeTransport.receiving("he", "llo");

        new Connection(transport).expect(Message.text("hello"));

        assertThat(transport.waits()).containsExactly(Wait.NEXT_MESSAGE, Wait.REST_OF_MESSAGE);
    }

    @Test
    void anEncodedMessageIsBufferedAsThoseOfCodecsAre() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.send(Message.text("one"));
        connection.frames().send("two");
        assertThat(transport.writes()).isEmpty();
        connection.flush();

        assertThat(transport.writes()).containsExactly("one0003two");
    }
}
