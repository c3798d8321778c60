package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.config.Limits;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts connections, in total and of each address, and refuses what is over the limit.
final class Admission {

    private final Limits limits;
    private final AtomicInteger total = new AtomicInteger();
    private final ConcurrentHashMap<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();

    Admission(Limits limits) {
        this.limits = limits;
    }

    /// Lets a connection in; a refusal, which says the limit, must not be followed by [#leave].
    Optional<String> enter(InetAddress address) {
        if (total.incrementAndGet() > limits.connections()) {
            total.decrementAndGet();
            return Optional.of("there are " + limits.connections() + " connections, the most that limits.connections allows");
        }
        if (perAddress.merge(address, 1, Integer::sum) > limits.connectionsPerAddress()) {
            leave(address);
            return Optional.of("its address has " + limits.connectionsPerAddress() + " connections, the most that limits.connections-per-address allows");
        }
        return Optional.empty();
    }

    void leave(InetAddress address) {
        total.decrementAndGet();
        perAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    int total() {
        return total.get();
    }
}
