package dev.patchbay.calc;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an expression and calculates it on the way, by recursive descent:
///
/// ```
/// sum     = product { ("+" | "-") product }
/// product = signed { ("*" | "/" | "%") signed }
/// signed  = { "+" | "-" } power
/// power   = operand [ ("^" | "**") signed ]
/// operand = number | "(" sum ")"
/// ```
///
/// So a power binds more tightly than a sign before it, and to the right: `-2^2` is -4, and `2^3^2` is 512.
final class Expression {

    /// The deepest nesting; far more than people write, and far less than a stack holds.
    static final int MAX_DEPTH = 200;

    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,9})?");

    private final String text;
    private int index;
    private int depth;

    private Expression(String text) {
        this.text = text;
    }

    /// {@return the value of an expression}
    ///
    /// @throws ExpressionException if it is none, or has no value within the limits of [Decimals]
    static BigDecimal value(String text) {
        Expression expression = new Expression(text);
        BigDecimal value = expression.sum();
        if (!expression.atEnd()) {
            throw expression.unexpected();
        }
        return value;
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (at('+') || at('-')) {
            int operator = index++;
            value = apply(operator, value, product());
        }
        return value;
    }

    private BigDecimal product() {
        BigDecimal value = signed();
        while (at('*') || at('/') || at('%')) {
            int operator = index++;
            value = apply(operator, value, signed());
        }
        return value;
    }

    /// Every way to nest leads through here, so the depth is counted here.
    private BigDecimal signed() {
        boolean negative = false;
        while (at('+') || at('-')) {
            negative ^= text.charAt(index++) == '-';
        }
        if (depth++ > MAX_DEPTH) {
            throw fault("nested more than " + MAX_DEPTH + " deep", index);
        }
        BigDecimal value = power();
        depth--;
        return negative ? value.negate() : value;
    }

    private BigDecimal power() {
        BigDecimal base = operand();
        if (!at('^') && !(at('*') && text.startsWith("**", index))) {
            return base;
        }
        int operator = index;
        index += at('^') ? 1 : 2;
        BigDecimal exponent = signed();
        try {
            return Decimals.power(base, exponent);
        } catch (ArithmeticException e) {
            throw fault(String.valueOf(e.getMessage()), operator);
        }
    }

    private BigDecimal operand() {
        if (!at('(')) {
            return number();
        }
        index++;
        BigDecimal value = sum();
        if (!at(')')) {
            throw atEnd() ? fault("')' is missing", index) : unexpected();
        }
        index++;
        return value;
    }

    private BigDecimal number() {
        if (atEnd()) {
            throw fault("a number is missing", index);
        }
        Matcher number = NUMBER.matcher(text).region(index, text.length());
        if (!number.lookingAt()) {
            throw unexpected();
        }
        try {
            BigDecimal value = Decimals.limited(new BigDecimal(number.group()));
            index = number.end();
            return value;
        } catch (ArithmeticException e) {
            throw fault(String.valueOf(e.getMessage()), index);
        }
    }

    private BigDecimal apply(int operator, BigDecimal left, BigDecimal right) {
        try {
            return Decimals.calculate(left, text.charAt(operator), right);
        } catch (ArithmeticException e) {
            throw fault(String.valueOf(e.getMessage()), operator);
        }
    }

    private boolean at(char wanted) {
        return !atEnd() && text.charAt(index) == wanted;
    }

    private boolean atEnd() {
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index == text.length();
    }

    private ExpressionException unexpected() {
        int character = text.codePointAt(index);
        boolean visible = Character.isLetterOrDigit(character) || (character > ' ' && character < 0x7f);
        String shown = visible ? "'" + Character.toString(character) + "'" : String.format("U+%04X", character);
        return fault(shown + " is not expected", index);
    }

    private ExpressionException fault(String fault, int at) {
        return new ExpressionException(fault, text, at);
    }
}
