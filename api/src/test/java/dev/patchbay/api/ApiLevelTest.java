package dev.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiLevelTest {

    @Test
    void theLevelOfTheBuildIsTheLevelOfTheCode() {
        assertThat(System.getProperty("patchbay.api.level")).isEqualTo(ApiLevel.CURRENT.toString());
    }

    @Test
    void whatItShowsCanBeReadAgain() {
        assertThat(ApiLevel.parse(new ApiLevel(12, 345).toString())).contains(new ApiLevel(12, 345));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".0", "1.0.0", "v1.0", " 1.0", "1.0\n", "-1.0", "1.x", "12345.0", "99999999999.0", "١.٠"})
    void anyOtherFormIsNoLevel(String text) {
        assertThat(ApiLevel.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.0, true", "1.3, true", "1.4, false", "2.0, false", "0.9, false"})
    void aHostRunsPluginsOfItsMajorLevelThatNeedNothingNewer(String plugin, boolean runs) {
        ApiLevel host = new ApiLevel(1, 3);

        assertThat(host.runs(ApiLevel.parse(plugin).orElseThrow())).isEqualTo(runs);
    }
}
