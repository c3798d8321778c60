package dev.patchbay.chat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The names of the computers that posts come from. Everything here is bounded: the time a look-up may take, after which the address
/// stands for the name, the look-ups at one time, and the names remembered.
///
/// May be used by any thread.
final class SenderNames implements AutoCloseable {

    static final int REMEMBERED = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int THREADS = 4;
    private static final int WAITING = 100;

    /// Who owns an address chooses its name, and might choose one that looks like the rest of a post.
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,253}");

    private record Known(CompletableFuture<String> name, Instant until) {}

    private final Resolver resolver;
    private final Clock clock;
    private final Map<InetAddress, Known> known = new LinkedHashMap<>();
    private final ThreadPoolExecutor threads;

    SenderNames(Resolver resolver, Clock clock) {
        this.resolver = resolver;
        this.clock = clock;
        // Threads of the system: a look-up blocks inside the C library, where a virtual thread would take its carrier along.
        threads = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("chat-posts-names-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// {@return the name of an address, or the address as text, within two seconds}
    Future<String> of(InetAddress address) {
        Instant now = clock.instant();
        synchronized (known) {
            Known present = known.get(address);
            if (present != null && now.isBefore(present.until)) {
                return present.name;
            }
            CompletableFuture<String> name = new CompletableFuture<>();
            if (!begin(address, name)) {
                // Not remembered: there may be time for it when it is asked for again.
                return name;
            }
            known.remove(address);
            known.put(address, new Known(name, now.plus(LIFETIME)));
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
            return name;
        }
    }

    private boolean begin(InetAddress address, CompletableFuture<String> name) {
        try {
            threads.execute(() -> name.complete(lookUp(address, name)));
            name.completeOnTimeout(text(address), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            name.complete(text(address));
            return false;
        }
    }

    private String lookUp(InetAddress address, Future<String> name) {
        if (!name.isDone()) {
            try {
                String found = resolver.name(address);
                if (HOST_NAME.matcher(found).matches()) {
                    return found;
                }
            } catch (Exception e) {
                // An address without a name is no fault of anybody.
            }
        }
        return text(address);
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    int remembered() {
        synchronized (known) {
            return known.size();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
