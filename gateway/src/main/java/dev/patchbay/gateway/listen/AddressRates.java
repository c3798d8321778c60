package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.config.PeerLimit;
import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// So many events a second from each address, of which some seconds' worth may come at once. An address that has been quiet for
/// that long is forgotten, and of those that are not, as many are remembered as fit: the memory is bounded. For all threads.
///
/// Each event takes its share of time; an address may be that far ahead of the clock.
final class AddressRates {

    static final int MAX_ADDRESSES = 10_000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final PeerLimit perSecond;
    private final long ahead;
    private final LongSupplier nanoTime;

    /// Until when the events of an address have taken the time, those not seen for longest first.
    private final Map<InetAddress, Long> taken = new LinkedHashMap<>(16, 0.75f, true);

    /// @param perSecond events a second
    /// @param seconds   how many seconds' worth may come at once
    /// @param nanoTime  as [System#nanoTime]
    AddressRates(PeerLimit perSecond, int seconds, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        ahead = seconds * SECOND;
    }

    /// Counts an event, if the address may have one now; one that is not allowed does not count.
    boolean take(InetAddress address) {
        int limit = perSecond.of(address);
        return limit == 0 || take(Origin.of(address), SECOND / limit);
    }

    private synchronized boolean take(InetAddress origin, long share) {
        long now = nanoTime.getAsLong();
        long until = Math.max(taken.getOrDefault(origin, now) - now, 0) + share;
        if (until > ahead) {
            return false;
        }
        taken.put(origin, now + until);
        forget(now);
        return true;
    }

    /// Two for each that is added, so that what is quiet is gone soon and nobody waits for it.
    private void forget(long now) {
        Iterator<Long> eldest = taken.values().iterator();
        for (int i = 0; i < 2 && eldest.hasNext(); i++) {
            if (eldest.next() - now <= 0 || taken.size() > MAX_ADDRESSES) {
                eldest.remove();
            }
        }
    }

    synchronized int addresses() {
        return taken.size();
    }
}
