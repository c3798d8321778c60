package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected texts are what Python 3 prints.
class PythonFloatTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "3.0, 3.0",
        "-3.5, -3.5",
        "0.1, 0.1",
        "100.0, 100.0",
        "0.0001, 0.0001",
        "0.00012345, 0.00012345",
        "0.00001, 1e-05",
        "1.5E-7, 1.5e-07",
        "1.0E15, 1000000000000000.0",
        "1.0E16, 1e+16",
        "123456789012345680.0, 1.2345678901234568e+17",
        "2.0E-100, 2e-100",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "4.9E-324, 5e-324",
        "9.9E-324, 1e-323",
        "1.5E-323, 1.5e-323",
    })
    void aNumberIsPrintedInTheFewestDigits(double value, String text) {
        assertThat(PythonFloat.text(value)).isEqualTo(text);
    }

    @Test
    void whatIsPrintedMeansTheSameNumber() {
        Fuzz.each(20_000, random -> {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(PythonFloat.text(value))).isEqualTo(value);
            }
        });
    }
}
