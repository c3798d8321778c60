package dev.patchbay.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock();
    private final List<String> dismissed = new ArrayList<>();
    private final Game game = new Game(new Interval(42, 42), new SplittableRandom(1), clock);
    private final Player alice = player("alice");
    private final Player bob = player("bob");
    private final Player carol = player("carol");

    @ParameterizedTest
    @CsvSource({"< 42, NO", "< 43, YES", "> 42, NO", "> 41, YES", "= 42, WON", "= 41, OUT", "< -2147483648, NO", "> -2147483648, YES"})
    void aGuessIsAnsweredTruly(String guess, Reply reply) {
        assertThat(ask(alice, guess)).isEqualTo(reply);
    }

    @Test
    void whoNamesAnotherNumberIsOutForTheRoundAndTheOthersGoOn() {
        ask(bob, "< 50");

        assertThat(ask(alice, "= 41")).isEqualTo(Reply.OUT);
        assertThat(ask(alice, "< 50")).isEqualTo(Reply.OUT);
        assertThat(ask(alice, "= 42")).isEqualTo(Reply.OUT);
        assertThat(ask(bob, "= 42")).isEqualTo(Reply.WON);
        assertThat(ask(alice, "= 42")).isEqualTo(Reply.END);
    }

    @Test
    void afterTheEndEverybodyIsToldSoTheWinnerAndThoseWhoJoinToo() {
        ask(bob, "< 50");
        ask(alice, "= 42");

        assertThat(ask(bob, "< 50")).isEqualTo(Reply.END);
        assertThat(ask(carol, "< 50")).isEqualTo(Reply.END);
        assertThat(ask(alice, "= 42")).isEqualTo(Reply.END);
    }

    @Test
    void theNextRoundBeginsWhenAllWhoGuessedInThisOneHaveLeft() {
        ask(alice, "= 1");
        ask(bob, "= 42");

        game.leave(bob);
        assertThat(ask(carol, "< 50")).isEqualTo(Reply.END);
        game.leave(alice);
        assertThat(ask(carol, "< 50")).isEqualTo(Reply.YES);
    }

    @Test
    void whoOnlyLearntThatItIsOverHoldsNothing() {
        ask(alice, "= 42");
        ask(carol, "< 50");

        game.leave(alice);

        assertThat(ask(bob, "< 50")).isEqualTo(Reply.YES);
    }

    @Test
    void aRoundThatNobodyHasWonOutlivesItsPlayers() {
        Game wide = new Game(new Interval(1, 1_000_000_000), new SplittableRandom(1), clock);
        int secret = find(wide, alice);
        wide.answer(bob, new Guess(Relation.EQUAL, secret + 1));
        wide.leave(alice);
        wide.leave(bob);

        assertThat(find(wide, carol)).isEqualTo(secret);
    }

    @Test
    void eachRoundHasASecretOfItsOwn() {
        Game wide = new Game(new Interval(1, 1_000_000_000), new SplittableRandom(1), clock);
        int first = find(wide, alice);
        wide.answer(alice, new Guess(Relation.EQUAL, first));
        wide.leave(alice);

        assertThat(find(wide, bob)).isNotEqualTo(first);
    }

    @Test
    void everyNumberOfTheRangeCanBeTheSecret() {
        Game small = new Game(new Interval(-1, 1), new SplittableRandom(1), clock);

        List<Integer> secrets = IntStream.range(0, 100).mapToObj(_ -> {
            Player player = player("");
            int secret = find(small, player);
            small.answer(player, new Guess(Relation.EQUAL, secret));
            small.leave(player);
            return secret;
        }).toList();

        assertThat(secrets).contains(-1, 0, 1).allMatch(secret -> secret >= -1 && secret <= 1);
    }

    @Test
    void whoHoldsARoundThatIsOverAndAsksNothingIsDismissed() {
        ask(alice, "< 50");
        clock.advance(MINUTE);
        ask(bob, "= 42");

        clock.advance(MINUTE.minusSeconds(1));
        game.dismissIdle(MINUTE);
        assertThat(dismissed).isEmpty();

        ask(bob, "< 50");
        clock.advance(Duration.ofSeconds(1));
        game.dismissIdle(MINUTE);
        assertThat(dismissed).containsExactly("alice");
    }

    @Test
    void whoThinksInARoundThatGoesOnIsLeftInPeace() {
        ask(alice, "< 50");
        ask(bob, "= 42");
        game.leave(alice);
        game.leave(bob);
        ask(carol, "< 50");

        clock.advance(Duration.ofDays(1));
        game.dismissIdle(MINUTE);

        assertThat(dismissed).isEmpty();
    }

    @Test
    void ofAllWhoNameTheSecretAtOnceOneWins() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Reply> naming = () -> ask(player(""), "= 42");
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(Collections.nCopies(200, naming))) {
                replies.add(reply.get());
            }

            assertThat(replies).containsOnlyOnce(Reply.WON).containsOnly(Reply.WON, Reply.END);
        }
    }

    private Player player(String name) {
        return new Player(() -> dismissed.add(name));
    }

    private Reply ask(Player player, String guess) {
        return game.answer(player, Guess.parse(guess).orElseThrow());
    }

    /// {@return the secret, found out without naming it}
    private static int find(Game game, Player player) {
        Interval left = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);
        for (Guess guess = left.next(); guess.relation() != Relation.EQUAL; guess = left.next()) {
            left = left.after(guess, game.answer(player, guess) == Reply.YES);
        }
        return Math.toIntExact(left.lowest());
    }
}
