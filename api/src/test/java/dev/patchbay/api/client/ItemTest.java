package dev.patchbay.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.client.Item.Field;
import org.junit.jupiter.api.Test;

class ItemTest {

    @Test
    void peopleSeeTheValuesInOrder() {
        Item post = Item.of("post").with("from", "127.0.0.1", Style.NAME).with("number", 3).with("new", true).with("text", "hello board");

        assertThat(post).hasToString("127.0.0.1 3 true hello board");
    }

    @Test
    void programsSeeNamesAndTypes() {
        Item post = Item.of("post").with("from", "127.0.0.1", Style.NAME).with("number", 3).with("new", true);

        assertThat(post.type()).isEqualTo("post");
        assertThat(post.fields()).containsExactly(
                new Field("from", "127.0.0.1", Style.NAME, "", ""),
                new Field("number", 3L, Style.PLAIN, "", ""),
                new Field("new", true, Style.PLAIN, "", ""));
    }

    @Test
    void bracketsAreForPeopleOnly() {
        Item message = Item.of("message").with("from", "alice", Style.NAME).enclosed("[", "]").with("text", "hello");

        assertThat(message).hasToString("[alice] hello");
        assertThat(message.fields()).extracting(Field::value).containsExactly("alice", "hello");
    }

    @Test
    void addingAFieldMakesAnotherItem() {
        Item empty = Item.of("post");

        assertThat(empty.with("text", "hello").fields()).hasSize(1);
        assertThat(empty.fields()).isEmpty();
        assertThat(empty).hasToString("");
    }

    @Test
    void aLineOfTextIsAnItemToo() {
        Item line = Item.text("posted", Style.MUTED);

        assertThat(line.type()).isEqualTo("text");
        assertThat(line.fields()).containsExactly(new Field("text", "posted", Style.MUTED, "", ""));
        assertThat(line).hasToString("posted");
    }
}
