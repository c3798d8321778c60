package dev.patchbay.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void whatWasTypedIsFoundByItsParameter() {
        Arguments arguments = arguments("bob");

        assertThat(arguments.text("USER")).isEqualTo("bob");
        assertThat(arguments.find("USER")).contains("bob");
        assertThat(arguments.has("USER")).isTrue();
    }

    @Test
    void whatWasLeftOutIsMissing() {
        Arguments arguments = arguments("");

        assertThat(arguments.find("USER")).isEmpty();
        assertThat(arguments.has("USER")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> arguments.text("USER")).withMessage("USER is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> arguments.number("USER")).withMessage("USER is missing");
    }

    @Test
    void aNumberIsRead() {
        assertThat(arguments("-42").number("USER")).isEqualTo(-42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "4.5", "2147483648"})
    void whatIsNotANumberIsRefused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> arguments(typed).number("USER"))
                .withMessage("USER is a whole number, not '" + typed + "'");
    }

    private static Arguments arguments(String typed) {
        return Usage.parse("dm [USER]").read(typed).orElseThrow();
    }
}
