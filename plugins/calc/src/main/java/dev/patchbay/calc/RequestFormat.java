package dev.patchbay.calc;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The layouts of requests, named as Python's `struct` spells them.
enum RequestFormat {

    /// Two numbers, then the operator.
    IIC(9),

    /// A number, the operator with three bytes of padding, a number.
    ICI(12);

    private final int size;

    RequestFormat(int size) {
        this.size = size;
    }

    /// {@return the size of a request in bytes}
    int size() {
        return size;
    }

    /// Reads a request; the operator may be any byte.
    Calculation get(ByteBuffer request) {
        int left = request.getInt();
        return switch (this) {
            case IIC -> {
                int right = request.getInt();
                yield new Calculation(left, operator(request), right);
            }
            case ICI -> {
                char operator = operator(request);
                request.position(request.position() + 3);
                yield new Calculation(left, operator, request.getInt());
            }
        };
    }

    private static char operator(ByteBuffer request) {
        return (char) (request.get() & 0xff);
    }

    /// Writes a request; padding is left as it is.
    void put(Calculation calculation, ByteBuffer request) {
        byte operator = (byte) calculation.operator();
        request.putInt(calculation.left());
        switch (this) {
            case IIC -> request.putInt(calculation.right()).put(operator);
            case ICI -> request.put(operator).position(request.position() + 3).putInt(calculation.right());
        }
    }

    /// {@return its name in configuration and commands}
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RequestFormat::word).toList();
    }

    static Optional<RequestFormat> called(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
