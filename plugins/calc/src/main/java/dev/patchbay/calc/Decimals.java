package dev.patchbay.calc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Arithmetic in exact decimals within limits, so that no calculation takes long or makes a number that fits into no message.
///
/// What has no value within the limits is an [ArithmeticException], whose message is meant for the user.
final class Decimals {

    /// How many digits a number may have before the point, and as many after it.
    static final int MAX_DIGITS = 1000;

    /// How a quotient is rounded whose digits do not end: to 34 digits.
    static final MathContext ROUNDED = MathContext.DECIMAL128;

    /// A number of more bits than this has more than [#MAX_DIGITS] before the point and as many after it.
    private static final double MAX_BITS = 2 * MAX_DIGITS * Math.log(10) / Math.log(2);

    private Decimals() {}

    static BigDecimal calculate(BigDecimal left, char operator, BigDecimal right) {
        return limited(switch (operator) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '*' -> left.multiply(right);
            case '/' -> quotient(left, divisor(right));
            case '%' -> remainder(left, divisor(right));
            default -> throw new IllegalArgumentException("no operator: " + operator);
        });
    }

    private static BigDecimal divisor(BigDecimal value) {
        if (value.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return value;
    }

    /// Exact if its digits end within the limit. The short attempt comes first because it is enough nearly always, and cheap.
    private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        BigDecimal rounded = left.divide(right, ROUNDED);
        if (rounded.multiply(right).compareTo(left) == 0) {
            return rounded;
        }
        BigDecimal all = left.divide(right, MAX_DIGITS, RoundingMode.DOWN);
        return all.multiply(right).compareTo(left) == 0 ? all.stripTrailingZeros() : rounded;
    }

    /// With the sign of the divisor.
    private static BigDecimal remainder(BigDecimal left, BigDecimal right) {
        BigDecimal remainder = left.remainder(right);
        return remainder.signum() * right.signum() < 0 ? remainder.add(right) : remainder;
    }

    /// @throws ArithmeticException also if the exponent is not a whole number
    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        BigInteger whole = whole(exponent);
        return whole.signum() < 0 ? calculate(BigDecimal.ONE, '/', raise(base, whole.negate())) : limited(raise(base, whole));
    }

    private static BigInteger whole(BigDecimal exponent) {
        try {
            return exponent.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException("an exponent that is not a whole number");
        }
    }

    /// Raises the digits of the base and the place of its point apart; only the digits can take long.
    private static BigDecimal raise(BigDecimal base, BigInteger exponent) {
        BigDecimal stripped = base.stripTrailingZeros();
        BigInteger digits = stripped.unscaledValue();
        BigInteger scale = exponent.multiply(BigInteger.valueOf(stripped.scale()));
        int bits = digits.abs().bitLength();
        if (exponent.doubleValue() * (bits - 1) > MAX_BITS || scale.bitLength() >= Integer.SIZE) {
            throw tooManyDigits();
        }
        BigInteger raised = bits <= 1 ? raiseUnit(digits, exponent) : digits.pow(exponent.intValueExact());
        return new BigDecimal(raised, scale.intValueExact());
    }

    /// Raises -1, 0 or 1, to any power.
    private static BigInteger raiseUnit(BigInteger digits, BigInteger exponent) {
        return exponent.signum() == 0 ? BigInteger.ONE : exponent.testBit(0) ? digits : digits.abs();
    }

    /// {@return the same value}
    ///
    /// @throws ArithmeticException if it has too many digits
    static BigDecimal limited(BigDecimal value) {
        if (fits(value) || fits(value.stripTrailingZeros())) {
            return value;
        }
        throw tooManyDigits();
    }

    private static boolean fits(BigDecimal value) {
        return value.scale() <= MAX_DIGITS && (long) value.precision() - value.scale() <= MAX_DIGITS;
    }

    private static ArithmeticException tooManyDigits() {
        return new ArithmeticException("a number of more than " + MAX_DIGITS + " digits before or after the point");
    }

    /// {@return a number as people write it, without an exponent and without zeros that say nothing}
    static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
