package dev.patchbay.api.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

    private static final Load.Opening OPENING = _ -> {
        throw new AssertionError("nobody opens it");
    };

    @Test
    void itIsWhatItWasSetTo() {
        Load load = Load.of("fan-out", "tells many", OPENING).size(64, 1, 100).counting("deliveries").unpipelined().joint();

        assertThat(load).hasToString("fan-out").extracting(Load::summary, Load::opening).containsExactly("tells many", OPENING);
        assertThat(load.size()).contains(new Load.Size(64, 1, 100));
        assertThat(load.counted()).contains("deliveries");
        assertThat(load.pipelined()).isFalse();
        assertThat(load.separate()).isFalse();
    }

    @Test
    void whatIsNotSetIsAsMostLoadsAre() {
        Load load = Load.of("ask", "asks", OPENING);

        assertThat(load.size()).isEmpty();
        assertThat(load.counted()).isEmpty();
        assertThat(load.pipelined()).isTrue();
        assertThat(load.separate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ask", "2nd", "two words", "-x", "ümlaut"})
    void aNameIsOneThatCanBeTyped(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Load.of(name, "", OPENING)).withMessageContaining("'" + name + "' does not");
    }
}
