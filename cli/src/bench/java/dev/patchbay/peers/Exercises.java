package dev.patchbay.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/// Requests of calc-binary with their replies, encoded once: a circle on which each client walks from a place of its own.
final class Exercises {

    static final int REQUEST = 9;
    static final int REPLY = 4;
    /// The most that one client has in flight.
    static final int DEPTH = 1024;

    private static final int CIRCLE = 1024;
    private static final byte[] OPERATORS = {'+', '-', '*', '/', '%'};

    // Longer than the circle, so that no stretch of them needs two parts.
    private final ByteBuffer requests = ByteBuffer.allocateDirect((CIRCLE + DEPTH) * REQUEST).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer replies = ByteBuffer.allocateDirect((CIRCLE + DEPTH + 1) * REPLY).order(ByteOrder.LITTLE_ENDIAN);

    Exercises() {
        for (int i = 0; i < CIRCLE + DEPTH; i++) {
            Random random = new Random(i % CIRCLE);
            int a = random.nextInt(20_000) - 10_000;
            int b = random.nextInt(1, 10_000);
            byte operator = OPERATORS[random.nextInt(OPERATORS.length)];
            requests.putInt(a).putInt(b).put(operator);
            replies.putInt(switch (operator) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                case '/' -> Math.floorDiv(a, b);
                default -> Math.floorMod(a, b);
            });
        }
    }

    /// {@return the next requests, to be written}
    ///
    /// @param sent how many were sent before
    ByteBuffer requests(long sent, int count) {
        int from = (int) (sent % CIRCLE) * REQUEST;
        return requests.limit(from + count * REQUEST).position(from);
    }

    /// Looks at what was received, to its limit.
    ///
    /// @param received how many bytes were received before
    /// @throws IOException if it is not what was to come
    void check(ByteBuffer reply, long received) throws IOException {
        int from = (int) (received % (CIRCLE * REPLY));
        if (reply.remaining() > DEPTH * REPLY || !replies.slice(from, reply.remaining()).equals(reply)) {
            throw new IOException("a wrong reply");
        }
    }
}
