package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, +, 0.2, 0.3",
        "1e20, +, 1e-20, 100000000000000000000.00000000000000000001",
        "0.3, -, 0.1, 0.2",
        "1.1, *, 1.1, 1.21",
        "6, /, 2, 3",
        "1, /, 8, 0.125",
        "-7, /, 2, -3.5",
        "0, /, 5, 0",
        "0, /, -5, 0",
        "1, /, 1e40, 0.0000000000000000000000000000000000000001",
        "123456789012345678901234567890123456789, /, 3, 41152263004115226300411522630041152263",
    })
    void aResultWhoseDigitsEndIsExact(BigDecimal left, char operator, BigDecimal right, String result) {
        assertThat(Decimals.text(Decimals.calculate(left, operator, right))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 0.3333333333333333333333333333333333",
        "2, 3, 0.6666666666666666666666666666666667",
        "-2, 3, -0.6666666666666666666666666666666667",
        "1e9, 7, 142857142.8571428571428571428571429",
    })
    void aQuotientWhoseDigitsDoNotEndHas34(BigDecimal left, BigDecimal right, String result) {
        assertThat(Decimals.text(Decimals.calculate(left, '/', right))).isEqualTo(result);
    }

    @Test
    void aQuotientIsExactToTheLastDigitThatANumberMayHave() {
        BigDecimal thousandDigits = Decimals.calculate(BigDecimal.ONE, '/', BigDecimal.TWO.pow(1000));
        BigDecimal rounded = Decimals.calculate(BigDecimal.ONE, '/', BigDecimal.TWO.pow(1001));

        assertThat(thousandDigits.multiply(BigDecimal.TWO.pow(1000))).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(rounded.precision()).isEqualTo(34);
    }

    @ParameterizedTest
    @CsvSource({"17, 5, 2", "-17, 5, 3", "17, -5, -3", "-17, -5, -2", "10, 5, 0", "-10, 5, 0", "1.5, 0.4, 0.3", "-1.5, 0.4, 0.1"})
    void aRemainderHasTheSignOfTheDivisor(BigDecimal left, BigDecimal right, String result) {
        assertThat(Decimals.text(Decimals.calculate(left, '%', right))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 10, 1024",
        "0.5, 3, 0.125",
        "-2, 3, -8",
        "5, 0, 1",
        "0, 0, 1",
        "0, 5, 0",
        "4, -1, 0.25",
        "3, -1, 0.3333333333333333333333333333333333",
        "2, 3.00, 8",
        "1, 1e999, 1",
        "-1, 1e999, 1",
        "-1, 99999999999999999999, -1",
        "0, 1e999, 0",
        "1, -1e999, 1",
        "1000, 333, 1e999",
        "1.00, 1e999, 1",
    })
    void aPowerIsExactOrTheReciprocalOfAnExactOne(BigDecimal base, BigDecimal exponent, BigDecimal result) {
        assertThat(Decimals.power(base, exponent)).isEqualByComparingTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "9, 387420489",
        "2, 3322",
        "-2, 3323",
        "10, 1000",
        "10, -1001",
        "0.1, 1001",
        "0.1, 1e999",
        "10, 1e999",
        "2, 1e999",
        "1e999, 1e999",
        "1e-999, 1e999",
        "2, 99999999999999999999",
    })
    void aPowerOfTooManyDigitsIsRefused(BigDecimal base, BigDecimal exponent) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Decimals.power(base, exponent))
                .withMessageStartingWith("a number of more than 1000 digits");
    }

    @ParameterizedTest
    @CsvSource({"1e999, 1e999, +", "-1e999, 1e999, -", "1e500, 1e499, *", "1e-1000, 1, +", "1e-500, 1e-500, *", "1e500, 1e-499, /"})
    void aNumberMayHaveAThousandDigitsOnEitherSideOfThePoint(BigDecimal left, BigDecimal right, char operator) {
        assertThat(Decimals.text(Decimals.calculate(left, operator, right))).hasSizeBetween(1000, 1002);
    }

    @ParameterizedTest
    @CsvSource({"9e999, 1e999, +", "1e500, 1e500, *", "1e-1000, 1e-1, *", "1e999, 1e-1, /", "1e-1000, 3, /"})
    void aNumberOfOneDigitMoreIsRefused(BigDecimal left, BigDecimal right, char operator) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Decimals.calculate(left, operator, right))
                .withMessageStartingWith("a number of more than 1000 digits");
    }

    @Test
    void zerosAtTheEndDoNotCount() {
        assertThat(Decimals.limited(new BigDecimal("1." + "0".repeat(2000)))).isEqualByComparingTo(BigDecimal.ONE);
    }
}
