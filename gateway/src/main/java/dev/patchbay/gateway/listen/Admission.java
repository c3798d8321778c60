package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.config.Limits;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts connections, in total and of each address, and refuses what is over a limit.
final class Admission {

    /// How many seconds' worth of new connections may come at once: a class that begins a lesson.
    private static final int BURST = 5;

    private final Limits limits;
    private final AddressRates accepts;
    private final AtomicInteger total = new AtomicInteger();
    private final ConcurrentHashMap<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();

    Admission(Limits limits) {
        this.limits = limits;
        accepts = new AddressRates(limits.acceptsPerSecond(), BURST, System::nanoTime);
    }

    /// Lets a connection in; a refusal, which says the limit, must not be followed by [#leave].
    Optional<String> enter(InetAddress address) {
        if (!accepts.take(address)) {
            return Optional.of("its address connects more often than limits.accepts-per-second allows: "
                    + limits.acceptsPerSecond().of(address));
        }
        if (total.incrementAndGet() > limits.connections()) {
            total.decrementAndGet();
            return Optional.of("there are " + limits.connections() + " connections, the most that limits.connections allows");
        }
        int most = limits.connectionsPerAddress().of(address);
        if (perAddress.merge(Origin.of(address), 1, Integer::sum) > most && most > 0) {
            leave(address);
            return Optional.of("its address has " + most + " connections, the most that limits.connections-per-address allows");
        }
        return Optional.empty();
    }

    void leave(InetAddress address) {
        total.decrementAndGet();
        perAddress.computeIfPresent(Origin.of(address), (key, count) -> count == 1 ? null : count - 1);
    }

    int total() {
        return total.get();
    }
}
