package dev.patchbay.gateway.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.gateway.config.PeerLimit;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRatesTest {

    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");

    private long now = Long.MAX_VALUE - 5; // a clock may begin anywhere
    private final AddressRates rates = new AddressRates(PeerLimit.others(10), 5, () -> now);

    private int burst(InetAddress address) {
        int count = 0;
        while (count < 1000 && rates.take(address)) {
            count++;
        }
        return count;
    }

    private void seconds(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void letsSomeSecondsWorthComeAtOnceAndThenTheRate() {
        assertThat(burst(ONE)).isEqualTo(50);
        seconds(1);
        assertThat(burst(ONE)).isEqualTo(10);
        seconds(100);
        assertThat(burst(ONE)).isEqualTo(50);
    }

    @Test
    void oneAddressDoesNotUseUpAnothers() {
        burst(ONE);

        assertThat(rates.take(OTHER)).isTrue();
        assertThat(rates.take(ONE)).isFalse();
    }

    @Test
    void aPeerWithoutALimitIsNotCounted() {
        assertThat(burst(InetAddress.getLoopbackAddress())).isEqualTo(1000);
        assertThat(rates.addresses()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, 2001:db8::ffff:ffff:ffff:ffff, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "192.0.2.1, 192.0.2.2, false"
    })
    void aNetworkOfIpv6CountsAsOneAddress(String first, String second, boolean same) {
        burst(InetAddress.ofLiteral(first));

        assertThat(rates.take(InetAddress.ofLiteral(second))).isEqualTo(!same);
    }

    @Test
    void forgetsWhoIsQuiet() {
        takeFromMany(100);
        assertThat(rates.addresses()).isEqualTo(100);

        seconds(5);
        for (int i = 0; i < 100; i++) {
            rates.take(ONE);
        }

        assertThat(rates.addresses()).isEqualTo(1);
    }

    @Test
    void remembersABoundedNumberAndAmongThemWhoeverKeepsTrying() {
        burst(ONE);

        for (int round = 0; round < 10; round++) {
            takeFromMany(AddressRates.MAX_ADDRESSES / 2);
            assertThat(rates.take(ONE)).isFalse();
        }
        takeFromMany(AddressRates.MAX_ADDRESSES * 2);

        assertThat(rates.addresses()).isEqualTo(AddressRates.MAX_ADDRESSES);
    }

    private void takeFromMany(int count) {
        for (int i = 0; i < count; i++) {
            rates.take(InetAddress.ofLiteral("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
        }
    }
}
