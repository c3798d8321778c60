/// The durable store of journals: one SQLite file.
///
/// One thread writes, in groups: whatever waits when a transaction begins becomes part of it, and is answered when it is
/// forced to disk. Any thread reads, a page at a time, on a connection of a small pool, so that no reader holds on to an old state
/// of the file, however slowly its peer takes what it is sent.
///
/// What is visible of a journal is a range of offsets without gaps, kept in memory and moved by the writer after each
/// transaction. So a range is also a count, and an offset within it that the file cannot give back is damage.
@NullMarked
package dev.patchbay.gateway.journal.sqlite;

import org.jspecify.annotations.NullMarked;
