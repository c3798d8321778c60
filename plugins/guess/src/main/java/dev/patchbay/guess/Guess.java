package dev.patchbay.guess;

import dev.patchbay.api.wire.ConnectionException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A claim about the secret: that it is less than, greater than or equal to a number.
record Guess(Relation relation, int number) {

    private static final Pattern TYPED = Pattern.compile("\\s*([<>=])\\s*([+-]?[0-9]+)\\s*");

    /// {@return the guess that a packet is}
    ///
    /// @throws ConnectionException if it is none
    static Guess of(Packet packet) {
        Relation relation = Relation.of(packet.letter())
                .orElseThrow(() -> ConnectionException.violation("'" + packet.letter() + "' where one of < > = was expected"));
        return new Guess(relation, packet.number());
    }

    /// {@return what somebody typed, such as `< 50`, if it is one}
    static Optional<Guess> parse(String line) {
        Matcher typed = TYPED.matcher(line);
        if (!typed.matches()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(typed.group(2));
            return Relation.of(typed.group(1).charAt(0)).map(relation -> new Guess(relation, number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isRight(int secret) {
        return switch (relation) {
            case LESS -> secret < number;
            case GREATER -> secret > number;
            case EQUAL -> secret == number;
        };
    }

    Packet packet() {
        return new Packet(relation.operator(), number);
    }

    @Override
    public String toString() {
        return relation.operator() + " " + number;
    }
}
