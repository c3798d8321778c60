package dev.patchbay.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "< 50, true, 1..49",
        "< 50, false, 50..100",
        "> 50, true, 51..100",
        "> 50, false, 1..50",
        "= 50, true, 50..50",
        "= 50, false, 1..100",
        "< 1000, true, 1..100",
        "> -5, true, 1..100",
        "< -2147483648, true, 1..-2147483649",
    })
    void anAnswerLeavesAPartOfIt(String guess, boolean yes, String left) {
        assertThat(new Interval(1, 100).after(Guess.parse(guess).orElseThrow(), yes)).hasToString(left);
    }

    @Test
    void answersThatContradictEachOtherLeaveNothing() {
        Interval left = new Interval(1, 100).after(new Guess(Relation.GREATER, 100), true);

        assertThat(left.isEmpty()).isTrue();
    }

    @Test
    void halvingFindsEveryNumberOfAHundredInEightGuesses() {
        for (int secret = 1; secret <= 100; secret++) {
            assertThat(guesses(new Interval(1, 100), secret)).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void halvingFindsAnyNumberOfAnyRange() {
        Fuzz.each(5000, random -> {
            int lowest = random.nextInt() >> random.nextInt(32);
            int highest = Math.toIntExact(random.nextLong(lowest, Integer.MAX_VALUE + 1L));
            Interval range = new Interval(lowest, highest);

            assertThat(guesses(range, range.any(random))).isLessThanOrEqualTo(33);
        });
    }

    private static int guesses(Interval range, int secret) {
        Interval left = range;
        int count = 1;
        for (Guess guess = left.next(); guess.relation() != Relation.EQUAL; guess = left.next()) {
            left = left.after(guess, guess.isRight(secret));
            count++;
        }
        assertThat(left).isEqualTo(new Interval(secret, secret));
        return count;
    }
}
