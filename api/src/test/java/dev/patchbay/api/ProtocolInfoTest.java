package dev.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolInfoTest {

    private static final Option<Integer> SIZE = Option.integer("size", 10, 1, 100, "entries shown");
    private static final Option<String> GREETING = Option.text("greeting", "hello", "what is said first");

    @Test
    void idAndVersionAreEnough() {
        ProtocolInfo info = ProtocolInfo.of("echo", "1.0");

        assertThat(info.id()).isEqualTo("echo");
        assertThat(info.version()).isEqualTo("1.0");
        assertThat(info.banner()).isEqualTo("echo 1.0");
        assertThat(info.announced()).isTrue();
        assertThat(info.defaultPort()).isEmpty();
        assertThat(info.summary()).isEmpty();
        assertThat(info.options()).isEmpty();
        assertThat(info).hasToString("echo 1.0");
    }

    @Test
    void whatWasSetStays() {
        ProtocolInfo info = ProtocolInfo.of("echo", "1.0")
                .options(SIZE, GREETING).summary("says what you say").port(10777).silent().banner("Echo Server 1.0");

        assertThat(info.id()).isEqualTo("echo");
        assertThat(info.version()).isEqualTo("1.0");
        assertThat(info.banner()).isEqualTo("Echo Server 1.0");
        assertThat(info.announced()).isFalse();
        assertThat(info.defaultPort()).hasValue(10777);
        assertThat(info.summary()).isEqualTo("says what you say");
        assertThat(info.options()).containsExactly(SIZE, GREETING);
    }

    @Test
    void settingSomethingMakesAnotherValue() {
        ProtocolInfo echo = ProtocolInfo.of("echo", "1.0");

        assertThat(echo.silent().announced()).isFalse();

        assertThat(echo.announced()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "bbs-1.0", "dns-rfc1035", "BBS", "x."})
    void anIdIsTheSchemeOfAnAddress(String id) {
        String scheme = URI.create(ProtocolInfo.of(id, "1.0").id() + "://localhost:10333").getScheme();

        assertThat(scheme).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1bbs", "-bbs", "bbs 1.0", "bbs_1", "bbs+", "bbs:", "bücher", "bbs\n"})
    void anyOtherIdIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProtocolInfo.of(id, "1.0"))
                .withMessage("a protocol's id has letters, digits, '.' and '-', and begins with a letter; '" + id + "' does not");
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(ProtocolInfo.of("x".repeat(64), "1.0").id()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> ProtocolInfo.of("x".repeat(65), "1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1.0", "1.0 beta", ".1", "1/2", "1.2345678901234567890123456789012"})
    void aVersionThatIsNotWellFormedIsRefused(String version) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProtocolInfo.of("echo", version))
                .withMessageStartingWith("a protocol's version has letters, digits, '.', '+' and '-'");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void aPortThatDoesNotExistIsRefused(int port) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProtocolInfo.of("echo", "1.0").port(port))
                .withMessage("a default port is a number from 1 to 65535, not " + port);
    }

    @Test
    void aBannerFitsIntoOneMessage() {
        ProtocolInfo echo = ProtocolInfo.of("echo", "1.0");

        assertThat(echo.banner("x".repeat(9999)).banner()).hasSize(9999);
        assertThatIllegalArgumentException().isThrownBy(() -> echo.banner("é".repeat(5000)))
                .withMessage("a banner has 1 to 9999 bytes in UTF-8, not 10000");
        assertThatIllegalArgumentException().isThrownBy(() -> echo.banner(""))
                .withMessage("a banner has 1 to 9999 bytes in UTF-8, not 0");
    }

    @Test
    void twoOptionsOfOneNameAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProtocolInfo.of("echo", "1.0").options(SIZE, GREETING, SIZE))
                .withMessage("two options have the name 'size'");
    }
}
