package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzTest {

    @Test
    void everyRunGeneratesTheSame() {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();

        Fuzz.each(100, random -> first.add(random.nextInt()));
        Fuzz.each(100, random -> second.add(random.nextInt()));

        assertThat(second).isEqualTo(first).doesNotHaveDuplicates();
    }

    @Test
    void whatFailsIsNamedByItsNumberAndCanBeRepeated() {
        Fuzz.Rule rule = random -> assertThat(random.nextInt(10)).isNotEqualTo(7);

        AssertionError failure = catchThrowableOfType(AssertionError.class, () -> Fuzz.each(1000, rule));
        int number = Integer.parseInt(String.valueOf(failure.getMessage()).replaceAll("(?s)generated input (\\d+) fails.*", "$1"));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Fuzz.only(number, rule)).withMessage(failure.getMessage());
        Fuzz.each(number, rule);
    }

    @Test
    void textsAndBytesAreAsLongAsAskedAndOfNothingElse() {
        Fuzz.each(1000, random -> {
            assertThat(Fuzz.text(random, "a😀", 5)).matches("[a😀]{0,5}");
            assertThat(Fuzz.bytes(random, 5)).hasSizeBetween(0, 5);
        });
    }
}
