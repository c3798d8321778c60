package dev.patchbay.peers.server;

/// What calc-binary calculates, where a reply is a number of 32 bits.
final class Arithmetic {

    private Arithmetic() {}

    /// @throws ArithmeticException if there is no result
    static int calculate(int a, int b, byte operator) {
        return switch (operator) {
            case '+' -> Math.addExact(a, b);
            case '-' -> Math.subtractExact(a, b);
            case '*' -> Math.multiplyExact(a, b);
            case '/' -> Math.floorDivExact(a, b);
            case '%' -> Math.floorMod(a, b);
            default -> throw new ArithmeticException("an unknown operator");
        };
    }
}
