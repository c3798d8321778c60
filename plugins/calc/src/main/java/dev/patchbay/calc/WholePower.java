package dev.patchbay.calc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Powers of whole numbers as Python calculates them: whole, but for a negative exponent.
final class WholePower {

    /// As many digits as surely fit into one packet, since nothing else holds a reply together.
    static final int MAX_DIGITS = 1000;

    private static final double MAX_BITS = MAX_DIGITS * Math.log(10) / Math.log(2);

    /// From here on the reciprocal of any power is nearer to zero than to the smallest number there is.
    private static final int VANISHING = 1075;

    private WholePower() {}

    static String text(int base, int exponent) {
        return exponent < 0 ? PythonFloat.text(reciprocal(base, exponent)) : exact(base, exponent).toString();
    }

    static int whole(int base, int exponent) {
        if (exponent < 0 && !isUnit(base)) {
            throw new ArithmeticException("not a whole number");
        }
        return exponent < 0 ? (int) reciprocal(base, exponent) : exact(base, exponent).intValueExact();
    }

    private static BigInteger exact(int base, int exponent) {
        if (exponent == 0) {
            return BigInteger.ONE;
        }
        if (isUnit(base)) {
            return BigInteger.valueOf(unitPower(base, exponent));
        }
        // Refused before it is calculated: two numbers of 32 bits have a power of billions of digits.
        BigInteger big = BigInteger.valueOf(base);
        if ((double) exponent * (big.abs().bitLength() - 1) > MAX_BITS) {
            throw tooManyDigits();
        }
        BigInteger power = big.pow(exponent);
        if (power.abs().toString().length() > MAX_DIGITS) {
            throw tooManyDigits();
        }
        return power;
    }

    private static boolean isUnit(int base) {
        return base >= -1 && base <= 1;
    }

    /// The power of -1, 0 or 1, of whose exponent it only matters whether it is even.
    private static int unitPower(int base, int exponent) {
        return (exponent & 1) == 0 ? base * base : base;
    }

    private static ArithmeticException tooManyDigits() {
        return new ArithmeticException("a number of more than " + MAX_DIGITS + " digits");
    }

    /// Correctly rounded, the sign of a zero included.
    private static double reciprocal(int base, int exponent) {
        if (base == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (isUnit(base)) {
            return unitPower(base, exponent);
        }
        if (exponent <= -VANISHING) {
            return base < 0 && (exponent & 1) != 0 ? -0.0 : 0.0;
        }
        BigDecimal power = new BigDecimal(BigInteger.valueOf(base).pow(-exponent));
        double value = BigDecimal.ONE.divide(power, MathContext.DECIMAL128).doubleValue();
        return value == 0 && power.signum() < 0 ? -0.0 : value;
    }
}
