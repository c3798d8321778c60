package dev.patchbay.bbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {

    @ParameterizedTest
    @CsvSource({
        "'',        '',        ''", // an empty board
        "'',        'a b',     'a b'", // the first posts
        "'a b',     'a b',     ''", // nothing happened
        "'a b',     'a b c',   'c'", // one more
        "'a a',     'a a a',   'a'", // one more of the same
        "'a b c',   'b c d e', 'd e'", // the oldest has expired
        "'a b c',   'c',       ''", // expired, and nothing new
        "'a b',     'x',       'x'", // another board altogether
        "'a b',     '',        ''", // an emptied board
    })
    void whatIsNewIsWhatFollowsTheLastOfWhatWasThere(String before, String now, String expected) {
        List<String> entries = words(now);

        int known = RemoteBoard.overlap(words(before), entries);

        assertThat(entries.subList(known, entries.size())).isEqualTo(words(expected));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
