package dev.patchbay.guess;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The guessing game.
public final class GuessProtocol implements Protocol {

    static final Option<Integer> LOWEST =
            Option.integer("lowest", 1, Integer.MIN_VALUE, Integer.MAX_VALUE, "smallest number that may be the secret");
    static final Option<Integer> HIGHEST =
            Option.integer("highest", 100, Integer.MIN_VALUE, Integer.MAX_VALUE, "largest number that may be the secret");
    static final Option<Boolean> PACKED_BE =
            Option.flag("packed-be", false, "messages of 5 bytes, big-endian, instead of 8 bytes, little-endian");
    static final Option<Duration> IDLE_AFTER_END = Option.duration("idle-after-end", Duration.ofMinutes(1),
            "how long a client that asks nothing may hold a round that is over; \"0 s\" for ever");

    private static final ProtocolInfo INFO = ProtocolInfo.of("guess", "1.0")
            .banner("Guess Server 1.0")
            .silent()
            .port(10336)
            .summary("a game: guess the number before the others do")
            .options(LOWEST, HIGHEST, PACKED_BE, IDLE_AFTER_END);

    /// Called by the host.
    public GuessProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        Interval range = new Interval(context.option(LOWEST), context.option(HIGHEST));
        if (range.isEmpty()) {
            throw new IllegalArgumentException("no number is left to guess: 'lowest' is more than 'highest'");
        }
        Game game = new Game(range, context.random(), context.clock());
        dismissIdle(game, context.option(IDLE_AFTER_END), context.scheduler());
        return new GuessService(game, context.option(PACKED_BE) ? PacketFormat.PACKED_BE : PacketFormat.PADDED);
    }

    /// Looks at least once a second, and not at all where the limit is off.
    private static void dismissIdle(Game game, Duration limit, ScheduledExecutorService scheduler) {
        if (limit.isPositive()) {
            long interval = Math.min(limit.toMillis(), 1000);
            var _ = scheduler.scheduleWithFixedDelay(() -> game.dismissIdle(limit), interval, interval, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public ClientMode clientMode() {
        return new GuessClientMode();
    }
}
