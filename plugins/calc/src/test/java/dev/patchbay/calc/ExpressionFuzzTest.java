package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Fuzz;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpressionFuzzTest {

    private static final Pattern VALUE = Pattern.compile("-?[0-9]{1,1000}(\\.[0-9]{1,1000})?");
    private static final Pattern FAULT = Pattern.compile(".+ at position ([0-9]+)");

    @Test
    void anythingTypedIsAValueOrAFaultWithinIt() {
        Fuzz.each(20_000, random -> {
            String typed = Fuzz.text(random, "0123456789.+-*/%^()()eE \t$\0żąß😀", 30);
            try {
                assertThat(Decimals.text(Expression.value(typed))).matches(VALUE);
            } catch (ExpressionException e) {
                Matcher fault = FAULT.matcher(String.valueOf(e.getMessage()));
                assertThat(fault.matches()).isTrue();
                assertThat(Integer.parseInt(fault.group(1))).isBetween(1, typed.codePointCount(0, typed.length()) + 1);
            }
        });
    }

    @Test
    void whatIsWrittenIsCalculatedAsItIsMeant() {
        Fuzz.each(5000, random -> {
            Meant meant = meant(random, 5);

            assertThat(Expression.value(meant.text)).isEqualByComparingTo(new BigDecimal(meant.value));
        });
    }

    /// A text in as few parentheses as it needs, and the value that its writer has in mind.
    ///
    /// @param rank how tightly its outermost operator binds
    private record Meant(String text, BigInteger value, int rank) {

        static final int SUM = 0;
        static final int PRODUCT = 1;
        static final int SIGNED = 2;
        static final int OPERAND = 3;

        String within(int least) {
            return rank >= least ? text : "(" + text + ")";
        }
    }

    private static Meant meant(RandomGenerator random, int depth) {
        if (depth == 0) {
            int number = random.nextInt(10);
            return new Meant(Integer.toString(number), BigInteger.valueOf(number), Meant.OPERAND);
        }
        Meant a = meant(random, random.nextInt(depth));
        Meant b = meant(random, random.nextInt(depth));
        int exponent = random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 0 -> new Meant(a.text + " + " + b.within(Meant.PRODUCT), a.value.add(b.value), Meant.SUM);
            case 1 -> new Meant(a.text + "-" + b.within(Meant.PRODUCT), a.value.subtract(b.value), Meant.SUM);
            case 2 -> new Meant(a.within(Meant.PRODUCT) + "*" + b.within(Meant.SIGNED), a.value.multiply(b.value), Meant.PRODUCT);
            case 3 -> new Meant("-" + a.within(Meant.SIGNED), a.value.negate(), Meant.SIGNED);
            default -> new Meant(a.within(Meant.OPERAND) + "^" + exponent, a.value.pow(exponent), Meant.SIGNED);
        };
    }
}
