package dev.patchbay.guess;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The game of one listener, round after round.
///
/// A round has a secret and players: those who have guessed in it. It is over when one of them has named the secret, and the next
/// one, with a new secret, begins when all of them have left. Who comes in between only learns that it is over.
///
/// Safe for all threads; each answer is that of one moment.
final class Game {

    private final Interval range;
    private final RandomGenerator random;
    private final Clock clock;
    private final Set<Player> players = new HashSet<>();
    private int secret;
    private boolean over;
    private Instant ended = Instant.MIN;

    Game(Interval range, RandomGenerator random, Clock clock) {
        this.range = range;
        this.random = random;
        this.clock = clock;
        secret = range.any(random);
    }

    synchronized Reply answer(Player player, Guess guess) {
        player.asked = clock.instant();
        if (over) {
            return Reply.END;
        }
        players.add(player);
        if (player.out) {
            return Reply.OUT;
        }
        boolean right = guess.isRight(secret);
        if (guess.relation() != Relation.EQUAL) {
            return right ? Reply.YES : Reply.NO;
        }
        if (!right) {
            player.out = true;
            return Reply.OUT;
        }
        over = true;
        ended = player.asked;
        return Reply.WON;
    }

    synchronized void leave(Player player) {
        players.remove(player);
        if (over && players.isEmpty()) {
            secret = range.any(random);
            over = false;
        }
    }

    /// Disconnects the players of a round that is over who have asked nothing for some time since, so that the next one can begin.
    void dismissIdle(Duration limit) {
        idle(clock.instant().minus(limit)).forEach(Player::disconnect);
    }

    private synchronized List<Player> idle(Instant since) {
        if (!over || ended.isAfter(since)) {
            return List.of();
        }
        return players.stream().filter(player -> !player.asked.isAfter(since)).toList();
    }
}
