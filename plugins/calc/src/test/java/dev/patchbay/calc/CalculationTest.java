package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The expected texts are what Python 3 prints.
class CalculationTest {

    @ParameterizedTest
    @CsvSource({
        "40 + 2, 42",
        "2147483647 + 1, 2147483648",
        "-2147483648 - 2147483647, -4294967295",
        "-2147483648 * -2147483648, 4611686018427387904",
        "7 / 2, 3.5",
        "6 / 2, 3.0",
        "1 / 3, 0.3333333333333333",
        "-7 / 2, -3.5",
        "0 / -5, -0.0",
        "1 / 10000, 0.0001",
        "1 / 100000, 1e-05",
        "-2147483648 / -1, 2147483648.0",
        "1 / 2147483647, 4.656612875245797e-10",
        "17 % 5, 2",
        "-17 % 5, 3",
        "17 % -5, -3",
        "-2147483648 % -1, 0",
        "2 ^ 10, 1024",
        "-3 ^ 3, -27",
        "2 ^ 100, 1267650600228229401496703205376",
        "0 ^ 0, 1",
        "-1 ^ 2147483647, -1",
        "0 ^ 2147483647, 0",
        "2 ^ -1, 0.5",
        "-2 ^ -3, -0.125",
        "1 ^ -5, 1.0",
        "-1 ^ -5, -1.0",
        "-1 ^ -2147483648, 1.0",
        "10 ^ -5, 1e-05",
        "3 ^ -400, 1.417418549953858e-191",
        "2 ^ -1074, 5e-324",
        "2 ^ -1075, 0.0",
        "-2 ^ -1075, -0.0",
        "-3 ^ -700, 0.0",
        "-2147483648 ^ -2147483647, -0.0",
    })
    void aTextIsWhatPythonPrints(String typed, String text) {
        assertThat(calculation(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "40 + 2, 42",
        "7 / 2, 3",
        "-7 / 2, -4",
        "7 / -2, -4",
        "-17 % 5, 3",
        "2 ^ 30, 1073741824",
        "-2 ^ 31, -2147483648",
        "1 ^ -5, 1",
        "-1 ^ -5, -1",
    })
    void aWholeResultIsRoundedDown(String typed, int whole) {
        assertThat(calculation(typed).whole()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2147483647 + 1", "-2147483648 - 1", "65536 * 32768", "-2147483648 / -1", "2 ^ 31", "2 ^ 2147483647", "2 ^ -1", "1 / 0", "1 % 0", "0 ^ -1",
    })
    void whatIsNoWholeNumberOf32BitsIsRefused(String typed) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> calculation(typed).whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / 0", "0 % 0", "0 ^ -1"})
    void aDivisionByZeroIsNamed(String typed) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> calculation(typed).text()).withMessage("division by zero");
    }

    @Test
    void aPowerHasAtMostAThousandDigits() {
        assertThat(calculation("10 ^ 999").text()).hasSize(1000);
        assertThat(calculation("-9 ^ 1047").text()).hasSize(1001).startsWith("-");

        for (String tooLarge : new String[] {"10 ^ 1000", "9 ^ 1048", "2 ^ 2147483647", "-2147483648 ^ 2147483647"}) {
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> calculation(tooLarge).text())
                    .withMessage("a number of more than 1000 digits");
        }
    }

    @ParameterizedTest
    @CsvSource({"$, '$'", "x, 'x'", "0, '0'"})
    void anUnknownOperatorIsNamed(char operator, String shown) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Calculation(1, operator, 1).text())
                .withMessage("unknown operator '" + shown + "'");
    }

    @Test
    void anOperatorThatCannotBeSeenIsNamedByItsNumber() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Calculation(1, (char) 0x1b, 1).text())
                .withMessage("unknown operator 0x1b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"17+25|17 + 25", " 17  -  25 |17 - 25", "17--25|17 - -25", "-17*+25|-17 * 25", "2^-1|2 ^ -1"})
    void aLineIsReadWithOrWithoutSpaces(String line, String meaning) {
        assertThat(Calculation.parse(line)).hasToString("Optional[" + meaning + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "17 +", "+ 25", "17 25", "17 + 25 + 1", "1.5 + 2", "17 $ 25", "2147483648 + 0", "-2147483649 + 0", "٣ + 1"})
    void aLineThatIsSomethingElseIsNone(String line) {
        assertThat(Calculation.parse(line)).isEmpty();
    }

    private static Calculation calculation(String typed) {
        return Calculation.parse(typed).orElseThrow();
    }
}
