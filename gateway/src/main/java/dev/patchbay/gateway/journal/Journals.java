package dev.patchbay.gateway.journal;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The journals of a gateway: its store, and who follows what, so that an append wakes its followers at once.
public final class Journals {

    private final Store store;
    private final Duration poll;
    private final Duration pause;
    private final Map<OwnedName, Set<Following>> followers = new ConcurrentHashMap<>();

    /// Creates the journals over a store, which stays the caller's to close.
    public Journals(Store store) {
        this(store, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    /// @param poll  how often followers look by themselves, because another gateway may append to a store that is shared
    /// @param pause how long a follower that failed is left alone
    Journals(Store store, Duration poll, Duration pause) {
        this.store = store;
        this.poll = poll;
        this.pause = pause;
    }

    Store store() {
        return store;
    }

    Duration poll() {
        return poll;
    }

    Duration pause() {
        return pause;
    }

    long append(OwnedName journal, @Nullable String id, byte[] payload) {
        long offset = store.append(journal, id, payload);
        followers.getOrDefault(journal, Set.of()).forEach(Following::wake);
        return offset;
    }

    void add(Following following) {
        followers.compute(following.journal(), (_, present) -> {
            Set<Following> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(following);
            return all;
        });
    }

    void remove(Following following) {
        followers.computeIfPresent(following.journal(), (_, all) -> {
            all.remove(following);
            return all.isEmpty() ? null : all;
        });
    }
}
