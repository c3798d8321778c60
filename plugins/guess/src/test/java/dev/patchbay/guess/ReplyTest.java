package dev.patchbay.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {

    @ParameterizedTest
    @CsvSource({"I, YES", "N, NO", "Y, WON", "K, OUT", "V, END"})
    void aLetterIsAReplyWhateverItsNumber(char letter, Reply reply) {
        assertThat(Reply.of(new Packet(letter, 7))).isEqualTo(reply);
        assertThat(reply.packet()).isEqualTo(new Packet(letter, 0));
    }

    @Test
    void anotherLetterIsNamed() {
        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> Reply.of(new Packet('X', 0)))
                .withMessage("the server answered 'X': is its format another one?");
    }
}
