package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void aFrameCountsBytes() {
        assertThat(text(Message.frame("5 €"))).isEqualTo("00055 €");
        assertThat(Message.frame("5 €").size()).isEqualTo(9);
    }

    @Test
    void aFrameOf10000BytesIsRefused() {
        assertThat(Message.frame("x".repeat(9999)).size()).isEqualTo(4 + 9999);
        assertThatIllegalArgumentException().isThrownBy(() -> Message.frame("x".repeat(10000))).withMessageContaining("this one has 10000");
    }

    @Test
    void aTextHasNoFraming() {
        assertThat(text(Message.text("5 €"))).isEqualTo("5 €");
    }

    @Test
    void whoeverMadeItCannotChangeItAfterwards() {
        byte[] bytes = {'a', 'b'};
        Message message = Message.of(bytes);

        bytes[0] = 'x';

        assertThat(text(message)).isEqualTo("ab");
    }

    @Test
    void eachReaderHasAReadOnlyViewOfItsOwn() {
        Message message = Message.text("ab");

        ByteBuffer first = message.buffer();
        first.get();

        assertThat(first.isReadOnly()).isTrue();
        assertThat(message.buffer().remaining()).isEqualTo(2);
    }

    private static String text(Message message) {
        return UTF_8.decode(message.buffer()).toString();
    }
}
