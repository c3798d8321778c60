package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Snapshot;
import org.jspecify.annotations.Nullable;

/// Keeps the entries of all journals: the seam between the promises of [dev.patchbay.api.journal.Journal] and whatever holds
/// the bytes. What it promises, a journal promises: strictly ascending offsets from 1, one total order, an entry visible only when all lower
/// ones are.
///
/// All methods may be called from any thread, and throw [dev.patchbay.api.journal.JournalException] if the store fails or is closed.
public interface Store extends AutoCloseable {

    /// Appends an entry, and returns its offset when it is as durable as this store makes it.
    ///
    /// @param id if given, and an entry of this id is still there, nothing is appended and its offset returned
    long append(OwnedName journal, @Nullable String id, byte[] payload);

    /// {@return the entries there are now from an offset on, at most `max`, the lowest ones}
    Snapshot read(OwnedName journal, long from, long max);

    /// {@return the newest entries there are now, at most `max`, oldest first}
    Snapshot tail(OwnedName journal, long max);

    /// {@return the highest offset that retention has taken away, or 0}
    long expired(OwnedName journal);

    /// Releases what the store holds. Calling it again does nothing.
    @Override
    void close();
}
