package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.HandClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CookieOption;

class CookiesTest {

    private static final InetAddress CLIENT = InetAddress.ofLiteral("2001:db8::7");
    private static final CookieOption ASKED = new CookieOption(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

    private final HandClock clock = new HandClock();
    private final Cookies cookies = new Cookies(clock);
    private final CookieOption cookie = cookies.renewed(ASKED, CLIENT);

    @Test
    void aCookieOfOursProvesItsAddressForAnHour() {
        assertThat(cookies.proves(cookie, CLIENT)).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(cookies.proves(cookie, CLIENT)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(cookies.proves(cookie, CLIENT)).isFalse();
    }

    @Test
    void itMayComeFromAFutureThatIsNear() {
        clock.advance(Duration.ofMinutes(-5));
        assertThat(cookies.proves(cookie, CLIENT)).isTrue();
        clock.advance(Duration.ofSeconds(-1));
        assertThat(cookies.proves(cookie, CLIENT)).isFalse();
    }

    @Test
    void itProvesNothingForAnotherAddressAnotherClientOrAnotherServer() {
        byte[] server = cookie.getServerCookie().orElseThrow();

        assertThat(cookies.proves(cookie, InetAddress.ofLiteral("2001:db8::8"))).isFalse();
        assertThat(cookies.proves(new CookieOption(new byte[8], server), CLIENT)).isFalse();
        assertThat(new Cookies(clock).proves(cookie, CLIENT)).isFalse();
    }

    @Test
    void everyByteOfItCounts() {
        byte[] server = cookie.getServerCookie().orElseThrow();
        for (int i = 0; i < server.length; i++) {
            byte[] changed = server.clone();
            changed[i] ^= 1;
            assertThat(cookies.proves(new CookieOption(ASKED.getClientCookie(), changed), CLIENT)).as("byte %d", i).isFalse();
        }
        assertThat(cookies.proves(new CookieOption(ASKED.getClientCookie(), Arrays.copyOf(server, 8)), CLIENT)).isFalse();
        assertThat(cookies.proves(ASKED, CLIENT)).isFalse();
    }
}
