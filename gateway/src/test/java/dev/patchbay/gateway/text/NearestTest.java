package dev.patchbay.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("host", "port", "protocol", "announce", "idle-time", "hosts");

    @ParameterizedTest
    @CsvSource({"hots, host", "prot, port", "portt, port", "por, port", "anounce, announce", "idle_time, idle-time", "protokoll, protocol", "host, host"})
    void wordWithAFewMistakesIsFound(String word, String meant) {
        assertThat(Nearest.to(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"verbose", "x", "time", "''"})
    void wordThatLooksLikeNoneIsNotGuessed(String word) {
        assertThat(Nearest.to(word, KNOWN)).isEmpty();
    }

    @Test
    void ofTwoEquallyNearTheFirstOfTheAlphabetIsTaken() {
        assertThat(Nearest.to("cat", List.of("mat", "bat", "rat"))).contains("bat");
    }
}
