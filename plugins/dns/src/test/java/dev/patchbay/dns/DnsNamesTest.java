package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;

class DnsNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"bishop.lan", "a", "żółw.lan", "under_score.lan", "back\\slash", "123.45"})
    void aNameComesBackAsItWas(String text) {
        assertThat(DnsNames.of(text).map(DnsNames::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "a.", ".a"})
    void aNameHasNoEmptyParts(String text) {
        assertThat(DnsNames.of(text)).isEmpty();
    }

    @Test
    void aPartHasAtMost63BytesAndANameAtMost255() {
        String largest = ("x".repeat(63) + ".").repeat(3) + "x".repeat(61);

        assertThat(DnsNames.of("x".repeat(63))).isPresent();
        assertThat(DnsNames.of("x".repeat(64))).isEmpty();
        assertThat(DnsNames.of("ż".repeat(32))).isEmpty();
        assertThat(DnsNames.of(largest)).isPresent();
        assertThat(DnsNames.of(largest + "x")).isEmpty();
    }

    @Test
    void theRootHasNoLabels() {
        assertThat(DnsNames.labels(Name.root)).isEmpty();
        assertThat(DnsNames.text(Name.root)).isEmpty();
    }

    @Test
    void aDotInsideALabelIsNotOneBetweenTwo() {
        Name name = Name.fromConstantString("a\\.b.lan.");

        assertThat(DnsNames.labels(name)).isEqualTo(List.of("a.b", "lan"));
        assertThat(DnsNames.text(name)).isEqualTo("a\\.b.lan");
    }
}
