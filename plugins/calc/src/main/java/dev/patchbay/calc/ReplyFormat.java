package dev.patchbay.calc;

import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The layouts of replies.
enum ReplyFormat {

    /// The result as Python prints it, without an end: each reply is a write of its own.
    TEXT,

    /// A number of four bytes.
    INT,

    /// A number, a zero, and an `R`: nine bytes.
    STRUCT;

    /// Sends the result of a calculation. What has none is an error in text; in the others no reply can say so.
    ///
    /// @throws ConnectionException if there is no reply for it
    void send(Connection peer, Calculation calculation) {
        switch (this) {
            case TEXT -> peer.chunks().send(text(calculation));
            case INT -> {
                int result = whole(calculation);
                binary(peer).send(4, reply -> reply.putInt(result));
            }
            case STRUCT -> {
                int result = whole(calculation);
                binary(peer).send(9, reply -> reply.putInt(result).putInt(0).put((byte) 'R'));
            }
        }
    }

    private static String text(Calculation calculation) {
        try {
            return calculation.text();
        } catch (ArithmeticException e) {
            return Answer.error(String.valueOf(e.getMessage()));
        }
    }

    private static int whole(Calculation calculation) {
        try {
            return calculation.whole();
        } catch (ArithmeticException e) {
            throw ConnectionException.violation("no result for " + calculation + ": " + e.getMessage());
        }
    }

    /// {@return the next reply of a server, as text}
    String receive(Connection server) {
        return switch (this) {
            case TEXT -> server.chunks().receive();
            case INT -> Integer.toString(binary(server).receive(4).getInt());
            case STRUCT -> Integer.toString(binary(server).receive(9).getInt());
        };
    }

    private static Binary binary(Connection connection) {
        return connection.binary(ByteOrder.LITTLE_ENDIAN);
    }

    /// {@return its name in configuration and commands}
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ReplyFormat::word).toList();
    }

    static Optional<ReplyFormat> called(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
