package dev.patchbay.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// So many answers a second to each network, of which a second's may go at once. A network is what usually one customer has, a /24
/// of IPv4 or a /56 of IPv6: whoever forges the addresses of one victim is not helped by choosing among its neighbours'. Beyond
/// the rate every second query is answered that it should come over TCP, so that those who are really there get on. It remembers
/// a bounded number of networks, those that asked last. For all threads.
final class ResponseRate {

    enum Verdict { ANSWER, CUT, DROP }

    static final int MAX_NETWORKS = 10_000;

    private static final int IPV4_PREFIX = 3;
    private static final int IPV6_PREFIX = 7;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long interval;
    private final LongSupplier nanoTime;
    private final Map<ByteBuffer, Account> accounts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Account> eldest) {
            return size() > MAX_NETWORKS;
        }
    };

    /// What a network has had.
    private static final class Account {

        /// When all its answers, each taking its interval, are through.
        private long until;
        private boolean droppedLast;

        Account(long now) {
            until = now;
        }
    }

    /// @param rate     answers a second
    /// @param nanoTime as [System#nanoTime]
    ResponseRate(int rate, LongSupplier nanoTime) {
        interval = SECOND / rate;
        this.nanoTime = nanoTime;
    }

    /// Counts an answer to an address, if its network may have one now.
    synchronized Verdict take(InetAddress client) {
        long now = nanoTime.getAsLong();
        Account account = accounts.computeIfAbsent(network(client), _ -> new Account(now));
        long ahead = Math.max(0, account.until - now) + interval;
        if (ahead <= SECOND) {
            account.until = now + ahead;
            return Verdict.ANSWER;
        }
        account.droppedLast = !account.droppedLast;
        return account.droppedLast ? Verdict.DROP : Verdict.CUT;
    }

    private static ByteBuffer network(InetAddress client) {
        return ByteBuffer.wrap(Arrays.copyOf(client.getAddress(), client instanceof Inet4Address ? IPV4_PREFIX : IPV6_PREFIX));
    }

    synchronized int networks() {
        return accounts.size();
    }
}
