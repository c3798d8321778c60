package dev.patchbay.api.journal;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import java.util.Iterator;

/// Entries as they stood at one moment, in ascending order: exactly [#count] of them, whatever is appended or expires
/// meanwhile. An entry that can no longer be read is given as a placeholder, never left out, because several protocols send
/// the count first. Streamed: memory use does not depend on the count.
///
/// Used by one thread; close it when done.
///
/// Not for implementation by plugins.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface Snapshot extends Iterable<Entry>, AutoCloseable {

    /// {@return the exact number of entries}
    long count();

    /// {@return the entries, from the first; may be asked for again}
    ///
    /// The iterator throws [JournalException] if entries cannot be read.
    @Override
    Iterator<Entry> iterator();

    @Override
    void close();
}
