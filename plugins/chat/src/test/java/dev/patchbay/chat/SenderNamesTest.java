package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderNamesTest {

    private final HandClock clock = new HandClock();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void aNameIsLookedUpOnceInTenMinutes() throws Exception {
        try (SenderNames names = names(_ -> "alices-pc.lan")) {
            assertThat(name(names, 1)).isEqualTo("alices-pc.lan");
            clock.advance(Duration.ofMinutes(9));
            assertThat(name(names, 1)).isEqualTo("alices-pc.lan");
            assertThat(lookUps).hasValue(1);

            clock.advance(Duration.ofMinutes(1));
            assertThat(name(names, 1)).isEqualTo("alices-pc.lan");
            assertThat(lookUps).hasValue(2);
        }
    }

    @Test
    void whereThereIsNoNameTheAddressStandsForIt() throws Exception {
        try (SenderNames names = names(_ -> {
            throw new IOException("the name server is on fire");
        })) {
            assertThat(name(names, 1)).isEqualTo("192.0.2.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pc] said eve\n[x", "a b", "\u001b[2J", "2001:db8::1"})
    void aNameThatIsNoneIsNotBelieved(String found) throws Exception {
        try (SenderNames names = names(_ -> found)) {
            assertThat(name(names, 1)).isEqualTo("192.0.2.1");
        }
    }

    @Test
    void anAddressOfASecondNetworkCardIsShownWithoutThatCard() throws Exception {
        InetAddress local = InetAddress.getByName("fe80::1%1");
        try (SenderNames names = names(InetAddress::getHostAddress)) {
            assertThat(names.of(local).get()).isEqualTo("fe80:0:0:0:0:0:0:1");
        }
    }

    @Test
    void aLookUpThatHangsIsNotWaitedFor() throws Exception {
        try (SenderNames names = names(this::hang)) {
            long began = System.nanoTime();

            assertThat(name(names, 1)).isEqualTo("192.0.2.1");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(9));
        }
    }

    @Test
    void whenManyHangTheOthersGetTheirAddressesAtOnceAndNothingGrows() throws Exception {
        try (SenderNames names = names(this::hang)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                all.add(names.of(address(i)));
            }

            assertThat(all.getLast()).isDone();
            assertThat(names.remembered()).isLessThanOrEqualTo(SenderNames.REMEMBERED);
            for (Future<String> name : all) {
                assertThat(name.get(10, TimeUnit.SECONDS)).startsWith("192.0.");
            }
        }
    }

    @Test
    void onlySoManyNamesAreRemembered() throws Exception {
        try (SenderNames names = names(_ -> "pc.lan")) {
            for (int i = 0; i < SenderNames.REMEMBERED + 10; i++) {
                assertThat(name(names, i)).isEqualTo("pc.lan");
            }

            assertThat(names.remembered()).isEqualTo(SenderNames.REMEMBERED);
        }
    }

    private SenderNames names(Resolver resolver) {
        return new SenderNames(address -> {
            lookUps.incrementAndGet();
            return resolver.name(address);
        }, clock);
    }

    private String hang(InetAddress address) throws InterruptedException {
        never.await();
        return address.getHostAddress();
    }

    private static String name(SenderNames names, int number) throws Exception {
        return names.of(address(number)).get(10, TimeUnit.SECONDS);
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {(byte) 192, 0, (byte) (2 + number / 256), (byte) number});
    }
}
