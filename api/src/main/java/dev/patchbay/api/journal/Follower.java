package dev.patchbay.api.journal;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;

/// Takes the entries of a [Journal] one by one. Called by one virtual thread at a time, which may block: the follower sets its
/// own pace, and nobody else waits for it.
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
@FunctionalInterface
public interface Follower {

    /// Takes an entry.
    ///
    /// @throws Exception which is reported as a fault of the plugin; after a pause the same entry is given again
    void entry(Entry entry) throws Exception;

    /// Says that entries are gone before this follower had seen them; the next call of [#entry] goes on after them.
    ///
    /// @param from the lowest offset that may be missing
    /// @param to   the highest offset that may be missing
    default void gap(long from, long to) {}
}
