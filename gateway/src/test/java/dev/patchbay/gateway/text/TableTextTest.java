package dev.patchbay.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.client.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {

    @Test
    void columnsAreAlignedUnderTheirNamesAndNumbersToTheRight() {
        String table = TableText.of(List.of(
                Item.of("listener").with("id", "bbs").with("sessions", 12).with("on", true),
                Item.of("listener").with("id", "filetransfer").with("sessions", 0).with("on", false)));

        assertThat(table).isEqualTo("""
                ID            SESSIONS  ON
                bbs                 12  true
                filetransfer         0  false""");
    }

    @Test
    void noItemsAreAnEmptyText() {
        assertThat(TableText.of(List.of())).isEmpty();
    }

    @Test
    void fieldThatAnItemLacksIsBlank() {
        String table = TableText.of(List.of(Item.of("a").with("id", "x").with("reason", "late"), Item.of("a").with("id", "y").with("hint", "wait")));

        assertThat(table).isEqualTo("""
                ID  REASON  HINT
                x   late
                y           wait""");
    }

    @Test
    void wideAndCombinedCharactersKeepTheColumnsAligned() {
        String table = TableText.of(List.of(
                Item.of("a").with("name", "你好").with("next", "x"),
                Item.of("a").with("name", "e\u0301te").with("next", "x"),
                Item.of("a").with("name", "😀").with("next", "x")));

        assertThat(table).isEqualTo("""
                NAME  NEXT
                你好  x
                e\u0301te   x
                😀    x""");
    }

    @Test
    void charactersOfNoBlockTakeOneColumn() {
        String table = TableText.of(List.of(Item.of("a").with("name", "\u2fe0x").with("next", "y")));

        assertThat(table).isEqualTo("NAME  NEXT\n\u2fe0x    y");
    }
}
