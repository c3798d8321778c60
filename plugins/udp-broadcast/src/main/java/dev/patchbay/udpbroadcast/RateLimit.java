package dev.patchbay.udpbroadcast;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// So many messages a second from each source, of which a second's may come at once. It remembers a bounded number of sources: those
/// heard last, so nobody fills the memory by forging addresses. For all threads.
final class RateLimit {

    static final int MAX_SOURCES = 1000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long interval;
    private final LongSupplier nanoTime;

    /// How far the messages of a source reach into the future, each taking its interval.
    private final Map<InetAddress, Long> taken = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Long> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    /// @param rate     messages a second
    /// @param nanoTime as [System#nanoTime]
    RateLimit(int rate, LongSupplier nanoTime) {
        interval = SECOND / rate;
        this.nanoTime = nanoTime;
    }

    /// Counts a message of a source, if it may have one now.
    ///
    /// @return how long it has to wait until it may, with nothing counted; zero if this one counts
    synchronized Duration take(InetAddress source) {
        long now = nanoTime.getAsLong();
        long until = Math.max(0, taken.getOrDefault(source, now) - now) + interval;
        if (until > SECOND) {
            return Duration.ofNanos(until - SECOND);
        }
        taken.put(source, now + until);
        return Duration.ZERO;
    }

    synchronized int sources() {
        return taken.size();
    }
}
