package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {

    @Test
    void whatFollowsTheOldIsNew() {
        assertThat(Overlap.of(List.of(), List.of("a", "b"))).isZero();
        assertThat(Overlap.of(List.of("a", "b"), List.of("a", "b", "c"))).isEqualTo(2);
        assertThat(Overlap.of(List.of("a", "a"), List.of("a", "a", "a"))).isEqualTo(2);
    }

    @Test
    void oldEntriesMayHaveGoneAtTheBeginning() {
        assertThat(Overlap.of(List.of("a", "b", "c"), List.of("b", "c", "d"))).isEqualTo(2);
    }

    @Test
    void anotherTranscriptIsNewAltogether() {
        assertThat(Overlap.of(List.of("a", "b"), List.of("x"))).isZero();
        assertThat(Overlap.of(List.of("a", "b"), List.of())).isZero();
    }
}
