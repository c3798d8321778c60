package dev.patchbay.calc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two whole numbers and what to do with them, and what Python would make of it.
///
/// What has no result is an [ArithmeticException], whose message says why.
record Calculation(int left, char operator, int right) {

    private static final Pattern TYPED = Pattern.compile("\\s*([+-]?[0-9]+)\\s*([-+*/%^])\\s*([+-]?[0-9]+)\\s*");

    /// {@return what somebody typed, such as `17 + 25`, if it is one}
    static Optional<Calculation> parse(String line) {
        Matcher typed = TYPED.matcher(line);
        if (!typed.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Calculation(Integer.parseInt(typed.group(1)), typed.group(2).charAt(0), Integer.parseInt(typed.group(3))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// {@return the result as Python prints it}
    String text() {
        return switch (operator) {
            case '+' -> Long.toString((long) left + right);
            case '-' -> Long.toString((long) left - right);
            case '*' -> Long.toString((long) left * right);
            case '/' -> PythonFloat.text((double) left / divisor());
            case '%' -> Integer.toString(Math.floorMod(left, divisor()));
            case '^' -> WholePower.text(left, right);
            default -> throw unknownOperator();
        };
    }

    /// {@return the result as a whole number of 32 bits, where `/` rounds down}
    int whole() {
        return switch (operator) {
            case '+' -> Math.addExact(left, right);
            case '-' -> Math.subtractExact(left, right);
            case '*' -> Math.multiplyExact(left, right);
            case '/' -> Math.floorDivExact(left, divisor());
            case '%' -> Math.floorMod(left, divisor());
            case '^' -> WholePower.whole(left, right);
            default -> throw unknownOperator();
        };
    }

    private int divisor() {
        if (right == 0) {
            throw new ArithmeticException("division by zero");
        }
        return right;
    }

    private ArithmeticException unknownOperator() {
        boolean visible = operator > ' ' && operator < 0x7f;
        return new ArithmeticException("unknown operator " + (visible ? "'" + operator + "'" : String.format("0x%02x", (int) operator)));
    }

    @Override
    public String toString() {
        return left + " " + operator + " " + right;
    }
}
