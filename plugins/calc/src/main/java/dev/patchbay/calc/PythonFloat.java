package dev.patchbay.calc;

import java.math.BigDecimal;
import java.math.MathContext;

/// Floating-point numbers as Python's `str` prints them: the fewest digits that mean this number and no other.
final class PythonFloat {

    private PythonFloat() {}

    /// @param value which is finite
    static String text(double value) {
        String sign = Math.copySign(1, value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return sign + (exponent < -4 || exponent >= 16 ? scientific(shortest, exponent) : plain(shortest));
    }

    /// Java's digits are the same, but it never prints fewer than two, even where one would do (in the smallest numbers there are).
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value));
        BigDecimal single = digits.round(new MathContext(1));
        return single.doubleValue() == value ? single : digits;
    }

    private static String plain(BigDecimal value) {
        String digits = value.toPlainString();
        return digits.indexOf('.') < 0 ? digits + ".0" : digits;
    }

    private static String scientific(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return String.format("%s%se%s%02d", digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
