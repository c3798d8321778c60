package dev.patchbay.chat;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UtteranceTest {

    @Test
    void whatHasNoLineEndIsOneUtterance() {
        assertThat(Utterance.in("hello")).containsExactly(new Utterance("hello", ""));
    }

    @Test
    void eachLineIsOneAndKeepsItsEnd() {
        assertThat(Utterance.in("one\ntwo\r\n\nthree")).containsExactly(
                new Utterance("one", "\n"), new Utterance("two", "\r\n"), new Utterance("", "\n"), new Utterance("three", ""));
    }

    @Test
    void aCarriageReturnAloneIsText() {
        assertThat(Utterance.in("\rone\rtwo\r")).containsExactly(new Utterance("\rone\rtwo\r", ""));
    }

    @Property
    void nothingIsLostAndNoTextHoldsALineEnd(@ForAll("chunks") String chunk) {
        List<Utterance> utterances = Utterance.in(chunk);

        assertThat(utterances.stream().map(said -> said.text() + said.end()).collect(joining())).isEqualTo(chunk);
        assertThat(utterances).isNotEmpty().noneMatch(said -> said.text().contains("\n"));
        assertThat(utterances.subList(0, utterances.size() - 1)).allMatch(said -> said.end().endsWith("\n"));
    }

    @Provide
    Arbitrary<String> chunks() {
        return Arbitraries.strings().withChars("\r\nab\u0000é€").ofMinLength(1).ofMaxLength(20);
    }
}
