package dev.patchbay.dns;

import static dev.patchbay.dns.ResponseRate.Verdict.ANSWER;
import static dev.patchbay.dns.ResponseRate.Verdict.CUT;
import static dev.patchbay.dns.ResponseRate.Verdict.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.dns.ResponseRate.Verdict;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseRateTest {

    private long nanoTime = -5;
    private final ResponseRate rate = new ResponseRate(4, () -> nanoTime);

    private Verdict take(String address) {
        return rate.take(InetAddress.ofLiteral(address));
    }

    @Test
    void aSecondsWorthMayComeAtOnceAndThenOneEachInterval() {
        for (int i = 0; i < 4; i++) {
            assertThat(take("192.0.2.7")).isEqualTo(ANSWER);
        }
        assertThat(take("192.0.2.7")).isEqualTo(DROP);
        assertThat(take("192.0.2.7")).isEqualTo(CUT);

        nanoTime += Duration.ofMillis(250).toNanos();
        assertThat(take("192.0.2.7")).isEqualTo(ANSWER);
        assertThat(take("192.0.2.7")).isEqualTo(DROP);

        nanoTime += Duration.ofDays(1).toNanos();
        for (int i = 0; i < 4; i++) {
            assertThat(take("192.0.2.7")).isEqualTo(ANSWER);
        }
        assertThat(take("192.0.2.7")).isEqualTo(CUT);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.200, DROP",
        "192.0.2.7, 192.0.3.7, ANSWER",
        "2001:db8:0:aa00::1, 2001:db8:0:aaff::2, DROP",
        "2001:db8:0:aa00::1, 2001:db8:0:ab00::1, ANSWER"
    })
    void theAddressesOfANetworkCountTogether(String first, String second, Verdict verdict) {
        for (int i = 0; i < 4; i++) {
            assertThat(take(first)).isEqualTo(ANSWER);
        }
        assertThat(take(second)).isEqualTo(verdict);
    }

    @Test
    void forgedAddressesDoNotFillTheMemory() {
        for (int i = 0; i < ResponseRate.MAX_NETWORKS + 500; i++) {
            take("10." + i / 256 % 256 + "." + i % 256 + ".1");
        }

        assertThat(rate.networks()).isEqualTo(ResponseRate.MAX_NETWORKS);
    }
}
