package dev.patchbay.calc;

/// Says what is wrong with an expression, and where. It carries no stack trace: the fault is in what somebody typed.
final class ExpressionException extends RuntimeException {

    /// @param index of the first character concerned, from 0
    ExpressionException(String fault, String expression, int index) {
        // People count from 1, and characters as they see them.
        super(fault + " at position " + (expression.codePointCount(0, index) + 1), null, false, false);
    }
}
