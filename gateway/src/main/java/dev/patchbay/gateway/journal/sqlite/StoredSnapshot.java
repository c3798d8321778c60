package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Snapshot;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/// A range of a journal, read a page at a time.
///
/// @param time    when it was taken, which stands in for the time of an entry that is gone
/// @param pages   reads the page that begins at an offset
/// @param missing tells what became of the entry at an offset that no page has
record StoredSnapshot(Range range, Instant time, LongFunction<EntryReader.Page> pages, LongFunction<String> missing) implements Snapshot {

    @Override
    public long count() {
        return range.count();
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Iterator<>() {
            private long next = range.first();
            private List<Entry> entries = List.of();
            private int index;
            private long to = next - 1;

            @Override
            public boolean hasNext() {
                return next <= range.last();
            }

            @Override
            public Entry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (next > to) {
                    EntryReader.Page page = pages.apply(next);
                    entries = page.entries();
                    index = 0;
                    to = page.to();
                }
                long offset = next++;
                return index < entries.size() && entries.get(index).offset() == offset
                        ? entries.get(index++)
                        : Entry.placeholder(offset, time, missing.apply(offset));
            }
        };
    }

    @Override
    public void close() {
        // Nothing is held between two pages.
    }
}
