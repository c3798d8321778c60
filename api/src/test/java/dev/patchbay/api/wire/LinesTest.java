package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @ParameterizedTest
    @MethodSource
    void linesAreTheSameHoweverTheyArrive(Arrivals arrivals) {
        Lines lines = arrivals.connection().lines();

        assertThat(receiveAll(lines)).containsExactly("héllo", "", "carriage", "ret\rurn", "last €");
    }

    static Stream<Arrivals> linesAreTheSameHoweverTheyArrive() {
        return Arrivals.of("héllo\n\ncarriage\r\nret\rurn\nlast €");
    }

    @Test
    void whatIsNotUtf8IsReplaced() {
        Lines lines = new Connection(FakeTransport.receiving(List.of("caf\u00e9\n".getBytes(ISO_8859_1)))).lines();

        assertThat(lines.receive()).isEqualTo("caf\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345\n", "12345\r\n", "12345", "12345\r"})
    void aLineMayBeAsLongAsTheLimitWhateverItsEnd(String received) {
        for (Arrivals arrivals : Arrivals.of(received).toList()) {
            assertThat(arrivals.connection().lines(5).receive()).as("%s", arrivals).isEqualTo("12345");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456\n", "123456\r\n", "123456", "1234567"})
    void aLineOverTheLimitIsAViolation(String received) {
        for (Arrivals arrivals : Arrivals.of(received).toList()) {
            assertThatExceptionOfType(ConnectionException.class).as("%s", arrivals)
                    .isThrownBy(arrivals.connection().lines(5)::receive)
                    .withMessage("a line of more than 5 bytes")
                    .extracting(ConnectionException::reason).isEqualTo(Reason.VIOLATION);
        }
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeAllOfItIsThere() {
        FakeTransport transport = FakeTransport.receiving("12345", "67", "never asked for");

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(new Connection(transport).lines(5)::receive);

        assertThat(transport.waits()).hasSize(2);
    }

    @Test
    void theLimitMayBeOff() {
        Lines lines = new Connection(FakeTransport.receiving("1", "2\n")).lines(Integer.MAX_VALUE);

        assertThat(lines.receive()).isEqualTo("12");
    }

    @Test
    void onlyTheFirstByteOfALineMayTakeAsLongAsAPersonThinks() {
        FakeTransport transport = FakeTransport.receiving("1", "2\n");
        Lines lines = new Connection(transport).lines();

        lines.receive();
        lines.hasNext();

        assertThat(transport.waits()).containsExactly(Wait.NEXT_MESSAGE, Wait.REST_OF_MESSAGE, Wait.NEXT_MESSAGE);
    }

    @Test
    void theEndBetweenTwoLinesIsTheNormalOne() {
        Lines lines = new Connection(FakeTransport.receiving("hello\n")).lines();

        lines.receive();

        assertThat(lines.hasNext()).isFalse();
        assertThatExceptionOfType(ConnectionException.class).isThrownBy(lines::receive)
                .extracting(ConnectionException::reason).isEqualTo(Reason.CLOSED_BY_PEER);
    }

    @Test
    void aLineIsSentWithItsEnd() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.lines().send("5 €");
        connection.lines().send("");
        connection.flush();

        assertThat(transport.writes()).containsExactly("5 €\n\n");
    }

    @Test
    void aTextOfSeveralLinesIsRefusedAndNothingOfItIsSent() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        assertThatIllegalArgumentException().isThrownBy(() -> connection.lines().send("one\ntwo"))
                .withMessage("a line cannot hold a line feed: send one line at a time");

        connection.flush();
        assertThat(transport.writes()).isEmpty();
    }

    private static List<String> receiveAll(Lines lines) {
        List<String> all = new ArrayList<>();
        while (lines.hasNext()) {
            all.add(lines.receive());
        }
        return all;
    }
}
