package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTableTest {

    private static final HostsTable TABLE = table("""
            # the house
            10.0.0.7    bishop.lan bishop     # the big one
            10.0.0.8\tRook.Lan.
            10.0.0.9    bishop.lan

            ::1         both.lan six.lan
            10.0.0.10   both.lan
            10.0.0.11   both.lan
            2001:db8::5 both.lan
            2001:DB8::6 upper.lan
            10.0.0.7    second-name.lan
            """);

    @ParameterizedTest
    @CsvSource({
        "bishop.lan, 10.0.0.7",
        "bishop, 10.0.0.7",
        "BISHOP.LAN, 10.0.0.7",
        "bishop.lan., 10.0.0.7",
        "rook.lan, 10.0.0.8",
        "six.lan, ::1",
        "upper.lan, 2001:DB8::6",
        "second-name.lan, 10.0.0.7",
    })
    void aNameHasTheAddressOfItsFirstLineAsItIsWrittenThere(String question, String answer) {
        assertThat(TABLE.answer(question)).contains(answer);
    }

    @Test
    void anIpv4AddressGoesBeforeAnIpv6AddressWhereverItStands() {
        assertThat(TABLE.answer("both.lan")).contains("10.0.0.10");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, bishop.lan",
        "10.0.0.8, Rook.Lan",
        "::1, both.lan",
        "0:0:0:0:0:0:0:1, both.lan",
        "2001:0db8::0005, both.lan",
        "2001:db8::6, upper.lan",
        "10.0.0.7., bishop.lan",
    })
    void anAddressHasTheFirstNameOfItsFirstLineHoweverItIsSpelt(String question, String answer) {
        assertThat(TABLE.answer(question)).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "lan", "king.lan", " bishop.lan", "10.0.0.99", "10.0.7", "167772167", "[::1]", "::1%lo", "1.2.3.999", ":", "#"})
    void anythingElseIsUnknown(String question) {
        assertThat(TABLE.answer(question)).isEmpty();
    }

    @Test
    void aNameHasAllItsAddressesInTheOrderOfTheirLinesEachOnce() {
        HostsTable table = table("10.0.0.2 a\n::1 a\n10.0.0.1 A.\n0:0:0:0:0:0:0:1 a\n");

        assertThat(table.addresses("a")).extracting(InetAddress::getHostAddress).containsExactly("10.0.0.2", "0:0:0:0:0:0:0:1", "10.0.0.1");
        assertThat(table.addresses("b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lan, true", "LAN., true", "bishop.lan, false", "an, false", "'', false"})
    void aDomainHasNamesBelowIt(String name, boolean domain) {
        assertThat(TABLE.isDomain(name)).isEqualTo(domain);
    }

    private static HostsTable table(String lines) {
        return new HostsTable(lines.lines().map(HostsLine::parse).flatMap(Optional::stream).toList());
    }
}
