package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalcBinaryClientModeTest {

    private final CalcBinaryProtocol protocol = new CalcBinaryProtocol();

    @Test
    void aTypedLineIsCalculatedInTheFormatsThatMostServersHave() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(protocol);
                ModeDriver repl = open(server)) {
            repl.type("17 + 25");
            repl.type("17/25");
            repl.type("2 ^ 10");

            assertThat(repl.session().status()).isEqualTo("iic/text");
            assertThat(repl.console().lines()).containsExactly("42", "0.68", "1024");
        }
    }

    @ParameterizedTest
    @CsvSource({"iic, text, 0.68", "iic, int, 0", "iic, struct, 0", "ici, text, 0.68", "ici, int, 0", "ici, struct, 0"})
    void otherFormatsAreSpokenToo(String request, String reply, String quotient) throws Exception {
        try (ProtocolServer server = start(request, reply);
                ModeDriver repl = open(server)) {
            repl.type("format " + request + " " + reply);
            repl.type("17 - 25");
            repl.type("17 / 25");

            assertThat(repl.session().status()).isEqualTo(request + "/" + reply);
            assertThat(repl.console().lines()).containsExactly("-8", quotient);
        }
    }

    @Test
    void oneFormatCanBeChangedAlone() throws Exception {
        try (ProtocolServer server = start("ici", "struct");
                ModeDriver repl = open(server)) {
            repl.type("format struct");
            repl.type("format ici");
            repl.type("6 * 7");

            assertThat(repl.console().lines()).containsExactly("42");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("format json"))
                    .withMessage("'json' is no format: iic, ici, text, int, struct");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17 + 25 + 1", "1.5 + 2", "2147483648 + 0", "hello"})
    void whatIsNoCalculationIsNotSent(String line) throws Exception {
        try (ProtocolServer server = ProtocolServer.start(protocol);
                ModeDriver repl = open(server)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type(line)).withMessageContaining("such as 17 + 25");
            repl.type("1 + 1");

            assertThat(repl.console().lines()).containsExactly("2");
        }
    }

    @Test
    void anErrorInTextIsTheUsersAndOneInBinaryIsTheEnd() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(protocol);
                ModeDriver repl = open(server)) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("1 / 0")).withMessage("division by zero");
        }
        try (ProtocolServer server = start("iic", "int");
                ModeDriver repl = open(server)) {
            repl.type("format int");
            assertThatThrownBy(() -> repl.type("1 / 0")).isInstanceOf(ConnectionException.class);
        }
    }

    @Test
    void theDemonstrationSendsFiveRequests() throws Exception {
        try (ProtocolServer server = ProtocolServer.start(protocol);
                ModeDriver repl = open(server)) {
            repl.type("demo --delay 0");

            assertThat(repl.console().lines()).containsExactly(
                    "17 + 25", "42", "17 - 25", "-8", "17 * 25", "425", "17 / 25", "0.68", "17 % 25", "17");
        }
    }

    private ModeDriver open(ProtocolServer server) throws Exception {
        return server.repl("alice");
    }

    private ProtocolServer start(String request, String reply) {
        return ProtocolServer.of(protocol).option("request", request).option("reply", reply).start();
    }
}
