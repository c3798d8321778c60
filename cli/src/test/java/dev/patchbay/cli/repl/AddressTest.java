package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "localhost,                    ,      ,       localhost,   ",
        "localhost:10333,              ,      ,       localhost,   10333",
        ":10333,                       ,      ,       localhost,   10333",
        "192.0.2.7:1,                  ,      ,       192.0.2.7,   1",
        "[::1]:65535,                  ,      ,       ::1,         65535",
        "[2001:db8::1],                ,      ,       2001:db8::1, ",
        "bbs://host,                   bbs,   ,       host,        ",
        "bbs-1.0://host:7/,            bbs-1.0, ,     host,        7",
        "bbs://alice@host:7,           bbs,   alice,  host,        7",
        "bbs://a@b.example@host,       bbs,   a@b.example, host,   ",
        "alice@host,                   ,      alice,  host,        ",
        "ok://:10337,                  ok,    ,       localhost,   10337",
    })
    void takesEveryFormOfAnAddress(String text, @Nullable String protocol, @Nullable String user, String host, @Nullable Integer port) {
        Address address = Address.parse(text);

        assertThat(address.protocol()).isEqualTo(Optional.ofNullable(protocol));
        assertThat(address.user()).isEqualTo(Optional.ofNullable(user));
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port == null ? OptionalInt.empty() : OptionalInt.of(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:0", "host:65536", "host:-1", "host:abc", "host:", "host:99999999999999"})
    void aPortIsANumberFrom1To65535(String text) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a port is a number from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "bbs://", "::1", "1::2::3", "://host", "host/path", "[::1"})
    void whatIsNoAddressIsToldWhatOneLooksLike(String text) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("an address is HOST, HOST:PORT");
    }

    @Test
    void toListenTakesAPortOfThisMachineUnlessAHostIsNamed() {
        assertThat(Address.toListen("40000")).isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 40000));
        assertThat(Address.toListen("0.0.0.0:40000")).isEqualTo(new InetSocketAddress(40000));
        assertThatThrownBy(() -> Address.toListen("host")).hasMessageContaining("names no port");
    }
}
