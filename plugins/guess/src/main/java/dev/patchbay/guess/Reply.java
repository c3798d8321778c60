package dev.patchbay.guess;

import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.ConnectionException;
import java.util.Arrays;

/// What the server says to a guess.
enum Reply {
    YES('I', "yes", Style.GOOD),
    NO('N', "no", Style.BAD),

    /// The guess named the secret, and the round is over.
    WON('Y', "you won", Style.GOOD),

    /// The guess, or one before it, named another number.
    OUT('K', "you are out", Style.BAD),

    /// Somebody has won already.
    END('V', "end of game", Style.STRONG);

    private final char letter;
    private final String words;
    private final Style style;

    Reply(char letter, String words, Style style) {
        this.letter = letter;
        this.words = words;
        this.style = style;
    }

    /// {@return the reply that a packet is, whatever its number}
    ///
    /// @throws ConnectionException if it is none
    static Reply of(Packet packet) {
        return Arrays.stream(values())
                .filter(reply -> reply.letter == packet.letter())
                .findFirst()
                .orElseThrow(() -> ConnectionException.violation("the server answered '" + packet.letter() + "': is its format another one?"));
    }

    Packet packet() {
        return new Packet(letter, 0);
    }

    /// {@return whether this client may go on guessing}
    boolean goesOn() {
        return this == YES || this == NO;
    }

    String words() {
        return words;
    }

    Style style() {
        return style;
    }
}
