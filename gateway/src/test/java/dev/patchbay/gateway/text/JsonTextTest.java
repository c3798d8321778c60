package dev.patchbay.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void typeComesFirstThenTheFieldsInTheirOrder() {
        Item item = Item.of("post").with("from", "127.0.0.1", Style.NAME).with("text", "hello").with("size", 5).with("new", true);

        assertThat(JsonText.of(item)).isEqualTo("{\"type\":\"post\",\"from\":\"127.0.0.1\",\"text\":\"hello\",\"size\":5,\"new\":true}");
    }

    @Test
    void quotesBackslashesAndLineEndsAreEscaped() {
        assertThat(JsonText.of(Item.text("\"a\"\\\r\n\t"))).isEqualTo("{\"type\":\"text\",\"text\":\"\\\"a\\\"\\\\\\r\\n\\t\"}");
    }

    @Test
    void whatWouldSteerATerminalIsEscapedSoThatAProgramStillReadsIt() {
        assertThat(JsonText.of(Item.text("\u001b\u009b\u202e\ud800"))).isEqualTo("{\"type\":\"text\",\"text\":\"\\u001b\\u009b\\u202e\\ud800\"}");
    }

    @Test
    void textOfAnyLanguageStaysReadable() {
        assertThat(JsonText.of(Item.text("Grüße 😀"))).isEqualTo("{\"type\":\"text\",\"text\":\"Grüße 😀\"}");
    }
}
