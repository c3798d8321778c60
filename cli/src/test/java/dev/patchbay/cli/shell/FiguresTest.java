package dev.patchbay.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "1250000, 1.3 MB", "20000000000, 20.0 GB"})
    void aSizeHasAUnit(long bytes, String shown) {
        assertThat(Figures.size(bytes)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 us", "1520, 1.52 us", "12345, 12.3 us", "999000, 999 us", "1000000, 1.00 ms", "16200000, 16.2 ms", "5040000000, 5.04 s",
        "120000000000, 120 s"
    })
    void aTimeHasAUnitAndThreeDigitsThatCount(long nanos, String shown) {
        assertThat(Figures.time(nanos)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4.0, 4", "0.254, 0.25", "33.4, 33.4", "122806.4, '122,806'"})
    void aNumberHasAsManyDigitsAsCount(double number, String shown) {
        assertThat(Figures.number(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 connections", "1, 1 connection", "1000, '1,000 connections'"})
    void thingsAreCounted(long number, String shown) {
        assertThat(Figures.count(number, "connection")).isEqualTo(shown);
    }
}
