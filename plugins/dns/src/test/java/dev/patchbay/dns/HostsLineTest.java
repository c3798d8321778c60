package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.testkit.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7 a b", "\t10.0.0.7\ta \t b\r", "10.0.0.7 a b# c", "10.0.0.7 a b # c d"})
    void anAddressIsFollowedByNames(String line) {
        HostsLine parsed = HostsLine.parse(line).orElseThrow();

        assertThat(parsed.address().text()).isEqualTo("10.0.0.7");
        assertThat(parsed.names()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \t ", "# 10.0.0.7 a", "   #"})
    void aBlankLineAndACommentSayNothing(String line) {
        assertThat(HostsLine.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bishop.lan 10.0.0.7 | 'bishop.lan' is not an IP address",
        "10.0.0.256 a        | '10.0.0.256' is not an IP address",
        "10.7 a              | '10.7' is not an IP address",
        "fe80::1%eth0 a      | 'fe80::1%eth0' is not an IP address",
        "10.0.0.7            | no name follows the address 10.0.0.7",
        "10.0.0.7 # a        | no name follows the address 10.0.0.7",
    }, quoteCharacter = '"')
    void aBadLineSaysWhatIsWrongWithIt(String line, String fault) {
        assertThatIllegalArgumentException().isThrownBy(() -> HostsLine.parse(line)).withMessage(fault);
    }

    @ParameterizedTest
    @CsvSource({"253, true", "254, false"})
    void aNameIsAsLongAsTheDnsAllows(int length, boolean fits) {
        String line = "10.0.0.7 " + "x".repeat(length);

        if (fits) {
            assertThat(HostsLine.parse(line)).isPresent();
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> HostsLine.parse(line)).withMessageContaining("more than 253");
        }
    }

    @Test
    void anyLineIsAnEntryOrSaysNothingOrIsComplainedAboutInALine() {
        Fuzz.each(5000, random -> {
            String line = Fuzz.text(random, "0123456789abcdef.:%# \t\r-_żé\u001b\u2028", 40);
            try {
                HostsLine.parse(line).ifPresent(entry -> {
                    assertThat(entry.names()).isNotEmpty().noneMatch(String::isEmpty);
                    assertThat(Address.of(entry.address().text())).contains(entry.address());
                });
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(120);
            }
        });
    }
}
