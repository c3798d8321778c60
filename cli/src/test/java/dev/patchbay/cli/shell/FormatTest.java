package dev.patchbay.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    private static final Item POST = Item.of("post").with("from", "192.0.2.7", Style.NAME).with("text", "hello");

    private final Format plain = new TextFormat(Paint.NONE, "patchbay: ");
    private final Format coloured = new TextFormat(Paint.COLOURS, "");
    private final Format json = new JsonFormat();

    @Test
    void anItemIsALineForPeopleAndAnObjectForPrograms() {
        assertThat(plain.item(POST)).isEqualTo("192.0.2.7 hello");
        assertThat(json.item(POST)).isEqualTo("{\"type\":\"post\",\"from\":\"192.0.2.7\",\"text\":\"hello\"}");
    }

    @Test
    void aNameHasAlwaysTheSameColour() {
        String alice = coloured.item(Item.of("x").with("name", "alice", Style.NAME));

        assertThat(alice).matches("\u001b\\[\\d+malice\u001b\\[0m")
                .isEqualTo(coloured.item(Item.of("y").with("name", "alice", Style.NAME)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u009b31m", "a\rb", "a\nb", "\u202eevil", "\u0007"})
    void remoteTextSteersNoTerminalHoweverItIsShown(String hostile) {
        Item item = Item.of("x").with("a", hostile).with("b", hostile, Style.BAD);
        Problem problem = Problem.of(hostile, hostile);

        for (Format format : List.of(plain, json)) {
            List<String> shown = List.of(
                    format.item(item), format.table(List.of(item)), format.list(hostile, List.of(item), 80),
                            format.notice(hostile), format.problem(problem), format.prompt(item), format.label(hostile));
            assertThat(shown).noneMatch(text -> text.replace("\n", "").chars().anyMatch(c -> Character.isISOControl(c) || c == 0x202e));
            assertThat(format.item(item)).doesNotContain("\n");
        }
    }

    @Test
    void aProblemIsALineWithItsHintsBelowIt() {
        Problem problem = Problem.of("no", "do this");

        assertThat(plain.problem(problem)).isEqualTo("patchbay: no\npatchbay: do this");
        assertThat(json.problem(problem)).isEqualTo("{\"type\":\"error\",\"text\":\"no\",\"hint\":\"do this\"}");
    }

    @Test
    void aListAlignsWhatItsNamesMean() {
        List<Item> items = List.of(
                Item.of("command").with("usage", "a").with("help", "one"), Item.of("command").with("usage", "longer").with("help", "two"));

        assertThat(plain.list("Title", items, 0)).isEqualTo("Title\n  a       one\n  longer  two");
        assertThat(json.list("Title", items, 20).lines()).hasSize(2).first()
                .isEqualTo("{\"type\":\"command\",\"usage\":\"a\",\"help\":\"one\"}");
    }

    @Test
    void withoutColoursThereIsNoEscape() {
        assertThat(plain.item(POST) + plain.problem(Problem.of("x")) + plain.notice("y")).doesNotContain("\u001b");
    }

    @Test
    void whatDoesNotFitInTheTerminalGoesOnBelowItself() {
        Item item = Item.of("command").with("usage", "open ADDRESS").with("help", "dials a server, and speaks that");

        assertThat(plain.list("Title", List.of(item), 36)).isEqualTo("""
                Title
                  open ADDRESS
                      dials a server, and speaks
                      that""");
        assertThat(plain.list("Title", List.of(item), 42)).isEqualTo("""
                Title
                  open ADDRESS  dials a server, and speaks
                                that""");
    }
}
