package dev.patchbay.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void aMessageHasTwoHundredAndFiftySixBytesAtMost() {
        assertThat(Pieces.of("")).isEmpty();
        assertThat(Pieces.of("x".repeat(256))).containsExactly("x".repeat(256));
        assertThat(Pieces.of("x".repeat(257))).containsExactly("x".repeat(256), "x");
        assertThat(Pieces.of("x" + "é".repeat(128))).containsExactly("x" + "é".repeat(127), "é");
    }

    @Property
    void nothingIsLostAndNoPieceIsTooLargeOrSmallerThanNeedBe(@ForAll("texts") String text) {
        List<String> pieces = Pieces.of(text);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allMatch(piece -> piece.getBytes(UTF_8).length <= Pieces.MAX_SIZE);
        assertThat(pieces).noneMatch(String::isEmpty);
        if (!pieces.isEmpty()) {
            assertThat(pieces.subList(0, pieces.size() - 1)).allMatch(piece -> piece.getBytes(UTF_8).length > Pieces.MAX_SIZE - 4);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", "€", "😀", "xyz".repeat(50)).list().ofMaxSize(400).map(parts -> String.join("", parts));
    }
}
