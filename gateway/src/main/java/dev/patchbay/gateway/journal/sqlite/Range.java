package dev.patchbay.gateway.journal.sqlite;

/// What is visible of a journal. There are no gaps in it, so it is also a count.
///
/// @param journal its number in the file
/// @param first   the lowest offset
/// @param last    the highest offset ever given; below `first` if there are no entries
record Range(long journal, long first, long last) {

    /// Of a journal to which nothing was ever appended.
    static final Range NONE = new Range(0, 1, 0);

    Range from(long lowest) {
        return new Range(journal, Math.max(first, lowest), last);
    }

    Range to(long highest) {
        return new Range(journal, first, Math.max(last, highest));
    }

    long count() {
        return Math.max(0, last - first + 1);
    }

    /// The lowest ones of those from an offset on.
    Range slice(long from, long max) {
        Range rest = from(from);
        return max < rest.count() ? new Range(journal, rest.first, rest.first + max - 1) : rest;
    }

    /// The highest ones.
    Range tail(long max) {
        return max < count() ? from(last - max + 1) : this;
    }
}
