package dev.patchbay.testkit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Checks a rule on generated input: the same in every run of the tests, and each input can be had again by its number.
///
/// ```java
/// Fuzz.each(1000, random -> {
///     String line = Fuzz.text(random, "0123456789:. ", 40);
///     assertThat(Time.parse(line)).satisfiesAnyOf(...);
/// });
/// ```
public final class Fuzz {

    /// A rule that generated input has to satisfy.
    @FunctionalInterface
    public interface Rule {

        /// Generates one input, and checks it.
        ///
        /// @param random where everything generated comes from, or it cannot be had again
        void check(RandomGenerator random) throws Exception;
    }

    private Fuzz() {}

    /// Checks a rule on inputs number 0, 1, 2 and so on.
    ///
    /// @throws AssertionError if one fails; it names the input's number
    public static void each(int inputs, Rule rule) {
        for (int number = 0; number < inputs; number++) {
            only(number, rule);
        }
    }

    /// Checks a rule on one input.
    ///
    /// @throws AssertionError if it fails
    public static void only(int number, Rule rule) {
        try {
            rule.check(new SplittableRandom(number));
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new AssertionError("generated input " + number + " fails, Fuzz.only(" + number + ", ...) repeats it: " + e, e);
        }
    }

    /// {@return 0 to `max` characters of an alphabet}
    public static String text(RandomGenerator random, String alphabet, int max) {
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    /// {@return 0 to `max` bytes of any value}
    public static byte[] bytes(RandomGenerator random, int max) {
        byte[] bytes = new byte[random.nextInt(max + 1)];
        random.nextBytes(bytes);
        return bytes;
    }
}
