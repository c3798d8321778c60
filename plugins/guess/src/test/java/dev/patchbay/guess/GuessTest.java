package dev.patchbay.guess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessTest {

    @ParameterizedTest
    @CsvSource({"< 50, < 50", ">50, > 50", "' =  -7 ', = -7", "<+1, < 1", "< 2147483647, < 2147483647"})
    void aLineIsReadWithOrWithoutSpaces(String line, String guess) {
        assertThat(Guess.parse(line)).hasToString("Optional[" + guess + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "<", "< x", "<= 50", "50 <", "< 50 60", "< 2147483648", "< 1.5"})
    void aLineThatIsSomethingElseIsNone(String line) {
        assertThat(Guess.parse(line)).isEmpty();
    }
}
