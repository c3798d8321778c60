package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42                | 42
            007               | 7
            .5                | 0.5
            5.                | 5
            1.50              | 1.5
            1e3               | 1000
            12.5E-1           | 1.25
            1+2               | 3
            ' 1  +\t2 '      | 3
            8-2-1             | 5
            100/8/5           | 2.5
            2+3*4             | 14
            (2+3)*4           | 20
            ((7))             | 7
            17%5*2            | 4
            -3+-4             | -7
            --3               | 3
            +-+3              | -3
            2*-3              | -6
            2^10              | 1024
            2**10             | 1024
            2^3^2             | 512
            2**3**2           | 512
            -2^2              | -4
            (-2)^2            | 4
            2^-1              | 0.5
            2*3^2             | 18
            """)
    void operatorsBindAsInSchool(String expression, String value) {
        assertThat(calculate(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""        | a number is missing at position 1
            "  "      | a number is missing at position 3
            5-        | a number is missing at position 3
            (         | a number is missing at position 2
            (1        | ')' is missing at position 3
            (1 2)     | '2' is not expected at position 4
            1)        | ')' is not expected at position 2
            ()        | ')' is not expected at position 2
            2 3       | '3' is not expected at position 3
            2 * * 3   | '*' is not expected at position 5
            2^^3      | '^' is not expected at position 3
            .         | '.' is not expected at position 1
            1.2.3     | '.' is not expected at position 4
            2e        | 'e' is not expected at position 2
            1_000     | '_' is not expected at position 2
            ż         | 'ż' is not expected at position 1
            1 + 😀    | U+1F600 is not expected at position 5
            1/0       | division by zero at position 2
            1%(2-2)   | division by zero at position 2
            1+0^-1    | division by zero at position 4
            2^0.5     | an exponent that is not a whole number at position 2
            1+1e1000  | a number of more than 1000 digits before or after the point at position 3
            9^9^9^9   | a number of more than 1000 digits before or after the point at position 4
            """)
    void aFaultIsToldWithItsPlace(String expression, String fault) {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> calculate(expression)).withMessage(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u001b", "\u202e", "\u00a0"})
    void whatCannotBeSeenIsNamedByItsNumber(String character) {
        String number = String.format("U+%04X", (int) character.charAt(0));

        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> calculate("1+" + character + "[31m"))
                .withMessage(number + " is not expected at position 3");
    }

    @Test
    void charactersAreCountedAsPeopleSeeThem() {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> calculate("\u2003\u2003?"))
                .withMessageEndingWith("position 3");
    }

    @ParameterizedTest
    @CsvSource({"'(',1,')'", "'2^',2,''", "'-(',1,')'", "'1+(',1,')'"})
    void nestingHasALimit(String before, String core, String after) {
        int deepest = Expression.MAX_DEPTH;

        // The powers fit into no number: it is only said earlier that they are nested too deep.
        assertThat(catchFault(before.repeat(deepest) + core + after.repeat(deepest))).doesNotContain("nested");
        assertThat(catchFault(before.repeat(deepest + 1) + core + after.repeat(deepest + 1))).startsWith("nested more than 200 deep");
    }

    @Test
    void aHundredThousandParenthesesAreOneFault() {
        assertThat(catchFault("(".repeat(100_000))).isEqualTo("nested more than 200 deep at position 202");
    }

    @Test
    void lengthAloneIsNoFault() {
        assertThat(calculate("1" + "+1".repeat(100_000))).isEqualTo("100001");
        assertThat(calculate("-".repeat(100_001) + "1")).isEqualTo("-1");
    }

    private static String catchFault(String expression) {
        try {
            calculate(expression);
            return "";
        } catch (ExpressionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String calculate(String expression) {
        return Decimals.text(Expression.value(expression));
    }
}
