package dev.patchbay.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.testkit.CannedTransport;
import dev.patchbay.testkit.HandClock;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.ServerSetup;
import dev.patchbay.testkit.TestPeer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessServiceTest {

    private static final String LESS_50 = "3c00000032000000";
    private static final String GREATER_50 = "3e00000032000000";
    private static final String EQUAL_41 = "3d00000029000000";
    private static final String EQUAL_42 = "3d0000002a000000";
    private static final String YES = "4900000000000000";
    private static final String NO = "4e00000000000000";
    private static final String WON = "5900000000000000";
    private static final String OUT = "4b00000000000000";
    private static final String END = "5600000000000000";

    @AutoClose
    private final ProtocolServer server = secret42().start();

    private static ServerSetup secret42() {
        return ProtocolServer.of(new GuessProtocol()).option("lowest", 42).option("highest", 42);
    }

    @Test
    void theWireIsExactlyThis() {
        try (TestPeer winner = server.connect();
                TestPeer loser = server.connect();
                TestPeer late = server.connect()) {
            exchange(winner, LESS_50, YES);
            exchange(winner, GREATER_50, NO);
            exchange(loser, EQUAL_41, OUT);
            exchange(loser, LESS_50, OUT);
            exchange(winner, EQUAL_42, WON);
            exchange(winner, EQUAL_42, END);
            exchange(loser, LESS_50, END);
            exchange(late, LESS_50, END);

            winner.closeOutput();
            winner.expectClosed();
        }
    }

    @Test
    void theNextRoundBeginsWhenThePlayersHaveLeft() {
        try (TestPeer late = server.connect()) {
            try (TestPeer winner = server.connect();
                    TestPeer loser = server.connect()) {
                exchange(loser, LESS_50, YES);
                exchange(winner, EQUAL_42, WON);
                exchange(late, LESS_50, END);
            }

            await().until(() -> server.sessions() == 1);
            exchange(late, LESS_50, YES);
        }
    }

    @Test
    void whoBreaksOffHasLeftToo() {
        TestPeer winner = server.connect();
        exchange(winner, EQUAL_42, WON);
        winner.reset();
        await().until(() -> server.sessions() == 0);

        try (TestPeer next = server.connect()) {
            exchange(next, LESS_50, YES);
        }
    }

    @Test
    void whoStaysAfterTheEndAndAsksNothingIsDisconnected() {
        try (ProtocolServer other = secret42().option("idle-after-end", Duration.ofMillis(200)).start();
                TestPeer winner = other.connect();
                TestPeer silent = other.connect();
                TestPeer next = other.connect()) {
            exchange(silent, LESS_50, YES);
            exchange(winner, EQUAL_42, WON);

            winner.expectClosed();
            silent.expectClosed();
            await().until(() -> other.sessions() == 1);
            exchange(next, LESS_50, YES);
        }
    }

    @Test
    void anUnknownOperatorClosesThatConnectionAndTheRoundGoesOn() {
        try (TestPeer good = server.connect();
                TestPeer bad = server.connect()) {
            exchange(good, EQUAL_41, OUT);
            bad.sendHex(LESS_50 + "2100000032000000" + LESS_50).expectHex(YES).expectClosed();

            exchange(good, LESS_50, OUT);
        }
    }

    @Test
    void eachReplyIsAWriteOfItsOwnEvenIfTheGuessesCameTogether() {
        CannedTransport transport = CannedTransport.ofHex(LESS_50 + GREATER_50 + EQUAL_42);
        Game game = new Game(new Interval(42, 42), new SplittableRandom(1), new HandClock());

        new GuessService(game, PacketFormat.PADDED).serve(new Connection(transport));

        assertThat(transport.writes()).extracting(HexFormat.of()::formatHex).containsExactly(YES, NO, WON);
    }

    @Test
    void messagesMayBePackedAndBigEndian() {
        try (ProtocolServer other = secret42().option("packed-be", true).start();
                TestPeer peer = other.connect()) {
            exchange(peer, "3c00000032", "4900000000");
            exchange(peer, "3d0000002a", "5900000000");
        }
    }

    @Test
    void theRangeIsThatOfTheOptions() {
        try (ProtocolServer other = ProtocolServer.of(new GuessProtocol()).option("lowest", -5).option("highest", -4).start();
                TestPeer peer = other.connect()) {
            exchange(peer, "3c000000fdffffff", YES);
            exchange(peer, "3e000000faffffff", YES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void byDefaultTheSecretIsFrom1To100(String bound) {
        try (ProtocolServer other = ProtocolServer.start(new GuessProtocol());
                TestPeer peer = other.connect()) {
            exchange(peer, bound.equals("1") ? "3c00000001000000" : "3e00000064000000", NO);
        }
    }

    @Test
    void throughTheLobbyTheBannerComesFirst() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.sendFrame("open guess");
            peer.expectFrame("Guess Server 1.0");
            exchange(peer, LESS_50, YES);
        }
    }

    private static void exchange(TestPeer peer, String request, String reply) {
        peer.sendHex(request).expectHex(reply);
    }
}
