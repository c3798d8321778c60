package dev.patchbay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerLimitTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 5, 5", "2001:db8::7, 5, 5", "127.0.0.1, 0, 5", "127.3.2.1, 0, 5", "::1, 0, 5", "::ffff:127.0.0.1, 0, 5"})
    void aDefaultIsForOtherMachinesAndWhatIsSetForAll(String address, int byDefault, int set) {
        InetAddress peer = InetAddress.ofLiteral(address);

        assertThat(PeerLimit.others(5).of(peer)).isEqualTo(byDefault);
        assertThat(PeerLimit.everybody(5).of(peer)).isEqualTo(set);
    }
}
